import type { Scenario } from '../scenario.ts';

/**
 * 娄星区 from 1 January to 31 October. The mission's first document says of the year 2019: 91,566 accepted and 91,446 completed
 * by the end of October. The demo's clock never goes back, so that the run begins on the next 1 January that it comes to.
 */
export const louxing: Scenario = {
  name: 'louxing',
  begins: { month: 1, day: 1 },
  lasts: { month: 10, day: 31 },
  declared: { accepted: 91_566, completed: 91_446 },
  arrivals: {
    hours: { 8: 3, 9: 15, 10: 17, 11: 11, 12: 3, 13: 4, 14: 14, 15: 15, 16: 10, 17: 3, 19: 2, 20: 2, 21: 1 },
    weekdays: [13, 11, 10, 10, 9, 8, 7],
    // Before the Spring Festival people come home and have their papers done; in summer schools enrol.
    months: [11, 7, 12, 10, 10, 9, 11, 12, 10, 8, 9, 9],
    closedDay: 0.15,
  },
  items: {
    // done at once
    seniorCard: 10,
    socialCard: 8,
    socialCardReplacement: 5,
    pensionCheck: 9,
    medicalDetails: 6,
    remoteCare: 4,
    vaccinationCard: 3,
    eBikePlate: 5,
    residencePermitYear: 3,
    landTransfer: 2,
    packagedFood: 1,
    birthHousehold: 3,
    taxProof: 2,
    rentalFiling: 1,
    // within promised days
    medicalEnrolment: 8,
    pensionEnrolment: 7,
    seniorAllowance: 6,
    childcareSubsidy: 3,
    disabledLiving: 2,
    disabledNursing: 2,
    manualClaim: 3,
    temporaryRelief: 2,
    oldSoldier: 1,
    assistiveDevice: 1,
    childRehabilitation: 1,
    machineSubsidy: 1,
    trainingSubsidy: 1,
    electricity: 1,
    noCrimeProof: 3,
    legalAid: 1,
    // licences and certificates
    soleTrader: 5,
    hygieneLicence: 1.5,
    tobaccoRetail: 1,
    treeFelling: 1,
    residencePermit: 2,
    disabilityCard: 1,
    // several organs, one after the other and side by side
    medicalAid: 1,
    // with a public notice
    association: 0.2,
  },
  townships: { 乐坪街道: 3, 花山街道: 3, 黄泥塘街道: 2, 长青街道: 2, 大埠桥街道: 2, 大科街道: 2 },
  channels: { WINDOW: 60, ONLINE: 22, AGENT: 18, LETTER: 0, FAX: 0, EMAIL: 0 },
  fates: {
    corrected: 0.04,
    abandoned: 0.004,
    refused: 0.006,
    denied: 0.012,
    withdrawn: 0.01,
    tolerated: 0.01,
    committed: 0.015,
  },
  delivery: {
    counter: { WINDOW: 0.82, AGENT: 0.1, MAIL: 0.08 },
    online: { ELECTRONIC: 0.8, WINDOW: 0.1, AGENT: 0.04, MAIL: 0.06 },
  },
  officers: { pace: [0.15, 0.85], late: 0.008, slowAnswers: 0.002, away: 0.02 },
  phones: 0.3,
  accounts: 40,
};
