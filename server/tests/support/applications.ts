/** Answers and papers that make the demo's two applications complete. */
export const licenceAnswers = {
  businessName: '样例·张记理发店',
  uscc: '92431302MA00000079',
  premises: '演示路8号1楼',
  kind: 'hairdresser',
  area: '60',
  staff: '4',
  centralAir: 'no',
  phone: '13000000008',
};

export const licencePapers = ['idCard', 'plan', 'testReport', 'hygieneRules'];

export const seniorAnswers = { residence: 'registered', phone: '13000000009', busCard: 'yes' };
