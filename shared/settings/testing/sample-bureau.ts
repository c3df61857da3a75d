/** A small invented bureau as its file would say it: two crews, two action groups, three kinds of supplies. */
export const sampleBureau = () => ({
  site: {
    name: '云州市城市管理行政执法局',
    deskName: '应急联动值班室',
    timeZone: 'Asia/Shanghai',
    changeover: '08:30',
    workingHours: [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
    night: ['22:00', '06:00'],
    dutyPhone: '0570-8110000',
    head: '顾远舟',
  },
  limits: {
    arrivalMinutes: { mainUrban: 30, other: 60 },
    dispatchMinutes: 3,
    sceneReportMinutes: 5,
    reportBackMinutes: 10,
    arrivalWarnings: [10, 5],
    overdueRepeatMinutes: 5,
    handoverGraceMinutes: 10,
  },
  categories: [
    { no: 1, text: '广告牌加固', short: '广告牌', unit: '执法大队', group: '执法行动组' },
    { no: 2, text: '环卫设施抢修', short: '环卫', unit: '环卫处', group: '环卫行动组' },
  ],
  units: [
    { name: '值班室', head: '范毅之', phone: '0570-8110000' },
    { name: '执法大队', head: '邵启明', phone: '0570-8110101' },
    { name: '环卫处', head: '罗雁秋', phone: '' },
  ],
  people: [
    person('A001', '顾远舟', ['supervisor']),
    person('A002', '沈若衡', ['leaderOnDuty', 'supervisor']),
    person('A003', '范毅之', ['admin']),
    person('B001', '田守一', ['shiftLead', 'liaison', 'dutyOfficer']),
    person('B002', '蒋知微', ['liaison', 'dutyOfficer']),
    person('B003', '童子安', ['dutyOfficer']),
    person('B004', '祝怀谷', ['shiftLead', 'liaison', 'dutyOfficer']),
    person('B005', '庄见山', ['liaison', 'dutyOfficer']),
    person('B006', '裴小满', ['dutyOfficer', 'custodian']),
    person('C101', '邵启明', [], '执法大队'),
    person('C102', '霍长风', [], '执法大队'),
    person('C105', '冉青禾', ['custodian'], '执法大队'),
    person('D201', '罗雁秋', [], '环卫处'),
    person('D202', '仲伯安', [], '环卫处'),
  ],
  actionGroups: [
    {
      name: '执法行动组',
      unit: '执法大队',
      deputyInCharge: '沈若衡',
      responsible: '邵启明',
      leader: '霍长风',
      deputyLeaders: [] as string[],
      members: ['冉青禾'],
      vehicles: [{ plate: '云H·1001', marked: true }],
    },
    {
      name: '环卫行动组',
      unit: '环卫处',
      deputyInCharge: '沈若衡',
      responsible: '罗雁秋',
      leader: '仲伯安',
      deputyLeaders: [] as string[],
      members: [] as string[],
      vehicles: [],
    },
  ],
  grids: [{ no: '01', name: '新华网格', zone: 'mainUrban', lead: '', bounds: '新华街以北' }],
  supplies: [
    supply('对讲机', '值班室', '部', 6, '裴小满', true),
    supply('应急照明灯', '执法大队', '盏', 12, '冉青禾', true),
    supply('铁铲', '执法大队', '把', 20, '冉青禾', false),
  ],
});

function person(staffNo: string, name: string, roles: string[], unit = '值班室') {
  return { staffNo, name, unit, title: '', roles, kind: '正式', phone: '' };
}

function supply(
  item: string,
  unit: string,
  measure: string,
  quantity: number,
  custodian: string,
  key: boolean,
) {
  return { item, unit, measure, quantity, minimum: 2, custodian, place: '库房', key };
}
