/** What the first-run checklist looks at: the real state, nothing that was merely clicked. */
export type FirstRunOf = {
  orders: boolean;
  rules: number;
  contactEmail: string | null;
  returnAddress: boolean;
  ownBrand: boolean;
  tried: boolean;
  live: boolean;
};

export type FirstStep = {
  key: 'orders' | 'rules' | 'address' | 'brand' | 'try' | 'live';
  title: string;
  about: string;
  verb: string;
  done: boolean;
};

export function firstRun(of: FirstRunOf): FirstStep[] {
  return [
    {
      key: 'orders',
      title: 'Import your orders',
      about: 'Shoppers find their order on your portal; rules read its facts.',
      verb: 'Import orders',
      done: of.orders,
    },
    {
      key: 'rules',
      title: 'Publish your rules',
      about: 'Start from recipes, try them on a real order, then publish. Until then a person reviews every request.',
      verb: 'Write rules',
      done: of.rules > 0,
    },
    {
      key: 'address',
      title: 'Say where returns go and who answers',
      about: 'Return address and contact address; both stand on slips and in messages.',
      verb: 'Fill them in',
      done: of.returnAddress && of.contactEmail !== null,
    },
    {
      key: 'brand',
      title: 'Make it look like you',
      about: 'Your logo and colour on the portal and in messages.',
      verb: 'Set the brand',
      done: of.ownBrand,
    },
    {
      key: 'try',
      title: 'Request a return yourself',
      about: 'Open your portal with the number of an order and walk through it.',
      verb: 'Open the portal',
      done: of.tried,
    },
    {
      key: 'live',
      title: 'Go live',
      about: 'From then on shoppers get their messages.',
      verb: 'Go live',
      done: of.live,
    },
  ];
}
