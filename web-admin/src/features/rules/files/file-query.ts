import { graphql, type ResultOf } from '@/shared/api/graphql';

export const FileQuery = graphql(`query PolicyFile($versionId: ID) { policyFile(versionId: $versionId) }`);

export const FileSchemaQuery = graphql(`query PolicyFileSchema { policyFileSchema }`);

export const PreviewQuery = graphql(`
  query PreviewPolicyFile($input: PreviewPolicyFileInput!) {
    previewPolicyFile(input: $input) {
      preview { ruleCount changes { kind ruleId name words before { position sentence } after { position sentence } } }
      userErrors { field message code }
    }
  }
`);

export type Preview = NonNullable<ResultOf<typeof PreviewQuery>['previewPolicyFile']['preview']>;

export const ImportMutation = graphql(`
  mutation ImportPolicyFile($input: ImportPolicyFileInput!) {
    importPolicyFile(input: $input) { draft { version } userErrors { field message code } }
  }
`);
