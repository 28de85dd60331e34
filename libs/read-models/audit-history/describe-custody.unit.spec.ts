import { told } from '#testing/told.js';

describe('the plain English of who holds an old system’s data, and of access to it', () => {
  it.each([
    [
      'SourceDataHeldBy',
      {
        effectiveDate: '2009-08-01',
        instanceId: 'E1',
        holder: { kind: 'PRACTICE', org: 'A00001' },
        locationClass: 'PRACTICE_PREMISES',
        format: 'The old server',
        mediaRef: 'SERVER-1',
        reviewBy: '2010-08-01',
      },
      'Data and audit trail of EMIS LV (E1) held by A00001 from 1 August 2009: The old server at practice premises, media SERVER-1; to be reviewed by 1 August 2010',
    ],
    [
      'SourceDataHeldBy',
      {
        effectiveDate: '2009-08-01',
        instanceId: 'E1',
        holder: { kind: 'OTHER', name: 'A county archive' },
        locationClass: 'ARCHIVE',
        format: 'Tape',
      },
      'Data and audit trail of EMIS LV (E1) held by A county archive from 1 August 2009: Tape at archive',
    ],
    [
      'SourceDataDestroyed',
      { effectiveDate: '2019-08-01', instanceId: 'E1', certificate: { title: 'Certificate 12' } },
      'Data and audit trail of EMIS LV (E1) destroyed, certificate: Certificate 12, 1 August 2019',
    ],
    [
      'AuditAccessRequested',
      {
        effectiveDate: '2014-05-14',
        instanceId: 'E1',
        purposeClass: 'MEDICO_LEGAL_CLAIM',
        period: { from: '2009-03-01', until: '2009-03-12' },
        onWhoseAuthority: 'the practice',
      },
      'Audit trail of EMIS LV (E1) asked for, records of 1 March 2009 to 12 March 2009, medico-legal claim, on the authority of the practice, 14 May 2014',
    ],
    [
      'AuditAccessFulfilled',
      {
        effectiveDate: '2014-05-20',
        instanceId: 'E1',
        chargePence: 2500,
        nthOfFreeAllowance: 3,
        freeAllowance: 2,
      },
      'Audit trail of EMIS LV (E1) given out for £25.00, 20 May 2014; access 3 of the year, 2 free',
    ],
    [
      'AuditAccessFulfilled',
      {
        effectiveDate: '2014-05-20',
        instanceId: 'E1',
        chargePence: 0,
        nthOfFreeAllowance: null,
        freeAllowance: null,
      },
      'Audit trail of EMIS LV (E1) given out at no charge, 20 May 2014',
    ],
    [
      'AuditAccessFailed',
      { effectiveDate: '2014-05-20', instanceId: 'E1', cause: 'MEDIA_UNREADABLE' },
      'Audit trail of EMIS LV (E1) could not be given out: media unreadable, 20 May 2014',
    ],
  ])('tells %s', (type, payload, line) => expect(told(type, payload)).toBe(line));
});
