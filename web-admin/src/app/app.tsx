import { MantineProvider, Title } from '@mantine/core';
import { cssVariables, theme } from './theme';

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Title>Retour</Title>
    </MantineProvider>
  );
}
