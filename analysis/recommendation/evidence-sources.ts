/** What kind of work a source is. Words: `source-kind.*`. */
export type SourceKind =
  | 'meta-analysis'
  | 'review'
  | 'trial'
  | 'cohort'
  | 'survey'
  | 'guideline'
  | 'standard'
  | 'report'
  | 'none'

/**
 * How much of a source was read for this catalogue. Words: `read.*`.
 *
 * `excerpt` is parts of the publication itself, `secondary` a page of others that reports
 * it. So far none was read in full.
 */
export type ReadDepth = 'full' | 'excerpt' | 'abstract' | 'secondary' | 'not-read'

/**
 * Where a statement on effect comes from. Figures in `note` are those of the source. A
 * bibliography is in English whatever the reader's language; what it comes to is said in
 * theirs by `component.<id>.evidence`.
 *
 * `authors` and `year` are null where none is named; `where` is a DOI, a journal or the page
 * that was read.
 */
export interface EvidenceSource {
  readonly authors: string | null
  readonly year: number | null
  readonly title: string
  readonly where: string
  readonly kind: SourceKind
  readonly read: ReadDepth
  readonly note: string | null
}

const sources = {
  'general-knowledge': {
    authors: null,
    year: null,
    title: 'General knowledge of the field',
    where: 'no publication',
    kind: 'none',
    read: 'not-read',
    note: 'Nothing was read for it: find a source before printing it to a customer.',
  },
  'nothing-found': {
    authors: null,
    year: null,
    title: 'A search that found no study of an effect',
    where: 'no publication',
    kind: 'none',
    read: 'not-read',
    note: 'Absence of studies, not proof of absence of an effect.',
  },
  'adhia-2019': {
    authors: 'Adhia, Gelaye, Friedman, Marlow, Mercy & Williams',
    year: 2019,
    title: 'Workplace interventions for intimate partner violence: a systematic review',
    where: 'doi:10.1080/15555240.2019.1609361',
    kind: 'review',
    read: 'abstract',
    note: 'Six studies of five interventions, one of them randomized.',
  },
  'akan-pages': {
    authors: 'Akan kompetansesenter',
    year: null,
    title: 'The Akan model: rules agreed by both sides, and individual plans',
    where: 'akan.no; guidelines of Norwegian municipalities',
    kind: 'report',
    read: 'excerpt',
    note: 'Describes the model, also for gambling and gaming; no figures on its effect.',
  },
  'andersen-2011': {
    authors: 'Andersen, Saervoll, Mortensen, Poulsen, Hannerz & Zebis',
    year: 2011,
    title:
      'Effectiveness of small daily amounts of progressive resistance training for frequent neck/shoulder pain: randomised controlled trial',
    where: 'doi:10.1016/j.pain.2010.11.016',
    kind: 'trial',
    read: 'abstract',
    note: '198 people, 10 weeks: pain down 1.4 (2 minutes a day) and 1.9 (12 minutes) of 10.',
  },
  'attridge-2016': {
    authors: 'Attridge',
    year: 2016,
    title:
      'EAP industry outcomes for employee absenteeism and presenteeism: a global research analysis',
    where: 'hdl:10713/7203',
    kind: 'report',
    read: 'abstract',
    note: 'Before and after, 240,000 users, no control group: absence 13.0 to 6.4 hours a month, productivity 64 to 79 %. Regression to the mean is certain, its size unknown.',
  },
  'aust-2023': {
    authors: 'Aust and others',
    year: 2023,
    title:
      'How effective are organizational-level interventions in improving the psychosocial work environment, health, and retention of workers? A systematic overview of systematic reviews',
    where: 'doi:10.5271/sjweh.4097',
    kind: 'review',
    read: 'excerpt',
    note: '52 reviews, 957 studies. Strong for working time and for burnout; moderate for influence on tasks and for the psychosocial work environment.',
  },
  'billings-2023': {
    authors: 'Billings and others',
    year: 2023,
    title:
      'Post-incident psychosocial interventions after a traumatic incident in the workplace: a systematic review of current research evidence and clinical guidance',
    where: 'doi:10.1080/20008066.2023.2281751',
    kind: 'review',
    read: 'abstract',
    note: '80 studies, 11 guidelines.',
  },
  'cahill-2014': {
    authors: 'Cahill & Lancaster',
    year: 2014,
    title: 'Workplace interventions for smoking cessation',
    where: 'doi:10.1002/14651858.CD003440.pub4',
    kind: 'meta-analysis',
    read: 'abstract',
    note: '57 studies; odds ratios: group 1.71, individual 1.96, medicines 1.98.',
  },
  'eapa-core': {
    authors: 'Employee Assistance Professionals Association (EAPA)',
    year: 2011,
    title: 'Definitions of an employee assistance program and of its core technology',
    where: 'public pages that list it',
    kind: 'standard',
    read: 'secondary',
    note: 'Eight functions. The text of the EAPA standards was not seen.',
  },
  'fleming-2024': {
    authors: 'Fleming',
    year: 2024,
    title:
      'Employee well-being outcomes from individual-level mental health interventions: cross-sectional evidence from the United Kingdom',
    where: 'Industrial Relations Journal',
    kind: 'survey',
    read: 'abstract',
    note: '46,336 workers in 233 organizations; cross-sectional: a link, not an effect.',
  },
  'gayed-2018': {
    authors: 'Gayed and others',
    year: 2018,
    title:
      'Effectiveness of training workplace managers to understand and support the mental health needs of employees: a systematic review and meta-analysis',
    where: 'Occupational and Environmental Medicine 75:462',
    kind: 'meta-analysis',
    read: 'abstract',
    note: 'The beginning of the abstract; the detail on staff symptoms is general knowledge.',
  },
  'gillen-2017': {
    authors: 'Gillen, Sinclair, Kernohan, Begley & Luyben',
    year: 2017,
    title: 'Interventions for prevention of bullying in the workplace',
    where: 'doi:10.1002/14651858.CD009778.pub2',
    kind: 'review',
    read: 'excerpt',
    note: 'Five studies, very low certainty.',
  },
  'hannon-2017': {
    authors: 'Hannon and others',
    year: 2017,
    title:
      'Employee financial wellness programs: a review of the literature and directions for future research',
    where: 'Center for Social Development, working paper 17-23',
    kind: 'review',
    read: 'excerpt',
    note: 'Limited evidence.',
  },
  'harlow-1998': {
    authors: 'Harlow',
    year: 1998,
    title: 'Employee attitudes toward an internal employee assistance program',
    where: 'Journal of Employment Counseling',
    kind: 'survey',
    read: 'excerpt',
    note: '16,603 people invited in one multinational company; cross-sectional.',
  },
  'hengboriboon-2024': {
    authors: 'Hengboriboon & Yukongdi',
    year: 2024,
    title:
      'Enhancing employee assistance programs for stress management in Thailand: employees’ perspectives',
    where: 'doi:10.1177/21582440241274582',
    kind: 'survey',
    read: 'abstract',
    note: 'N = 434; protection of privacy went with more intention to use it; cross-sectional.',
  },
  'hse-standards': {
    authors: 'Health and Safety Executive',
    year: null,
    title: 'Management Standards Indicator Tool: user manual',
    where: 'copies on document sites',
    kind: 'guideline',
    read: 'excerpt',
    note: null,
  },
  'ireson-2018': {
    authors: 'Ireson, Sethi & Williams',
    year: 2018,
    title:
      'Availability of caregiver-friendly workplace policies: an international scoping review',
    where: 'doi:10.1111/hsc.12347',
    kind: 'review',
    read: 'excerpt',
    note: 'What is offered where; not what it does.',
  },
  'iso-45003': {
    authors: 'International Organization for Standardization',
    year: 2021,
    title:
      'ISO 45003: psychological health and safety at work, guidelines for managing psychosocial risks',
    where: 'ISO 45003:2021',
    kind: 'standard',
    read: 'secondary',
    note: 'The table of contents alone was seen.',
  },
  'jones-2019': {
    authors: 'Jones, Molitor & Reif',
    year: 2019,
    title:
      'What do workplace wellness programs do? Evidence from the Illinois Workplace Wellness Study',
    where: 'nber.org, working paper 24229',
    kind: 'trial',
    read: 'excerpt',
    note: 'About 4,800 people; those who chose to take part differed strongly from the start.',
  },
  'long-cooke-2023': {
    authors: 'Long & Cooke',
    year: 2023,
    title:
      'Advancing the field of employee assistance programs research and practice: a systematic review of quantitative studies and future research agenda',
    where: 'doi:10.1016/j.hrmr.2022.100941',
    kind: 'review',
    read: 'abstract',
    note: '115 articles of 1981 to 2020.',
  },
  'lorenz-2021': {
    authors: 'Lorenz, Whittaker, Tazzeo & Williams',
    year: 2021,
    title:
      'Availability of caregiver-friendly workplace policies: an international scoping review follow-up study',
    where: 'doi:10.1108/IJWHM-10-2019-0136',
    kind: 'review',
    read: 'abstract',
    note: 'What is offered where; not what it does.',
  },
  'lowe-2015': {
    authors: 'Lowe & Dick',
    year: 2015,
    title:
      'Workplace exercise for control of occupational neck/shoulder disorders: a review of prospective studies',
    where: 'doi:10.4137/EHI.S15256',
    kind: 'review',
    read: 'abstract',
    note: '38 studies: helps symptoms; evidence that it prevents them is minimal.',
  },
  'mcleod-2010': {
    authors: 'McLeod',
    year: 2010,
    title: 'The effectiveness of workplace counselling: a systematic review',
    where: 'Counselling and Psychotherapy Research',
    kind: 'review',
    read: 'abstract',
    note: 'Generally effective for symptoms, some effect on absence; better studies needed. Its reliability has been debated in print.',
  },
  'milot-2019': {
    authors: 'Milot',
    year: 2019,
    title: 'Stigma as a barrier to the use of employee assistance programs',
    where: 'hdl:10713/8515',
    kind: 'survey',
    read: 'abstract',
    note: '1,001 Canadian employees; cross-sectional.',
  },
  'morneau-2020': {
    authors: null,
    year: 2020,
    title: 'Press release on ten years of outcomes of EAP counselling',
    where: 'newswire.ca, 17 September 2020',
    kind: 'report',
    read: 'secondary',
    note: 'Before and after, no control group: cases with a presenteeism problem 56 to 28 %, with low life satisfaction 37 to 16 %. The title is our description.',
  },
  'morse-2022': {
    authors: 'Morse and others',
    year: 2022,
    title:
      'A systematic review of the efficacy, effectiveness and cost-effectiveness of workplace-based interventions for the prevention and treatment of problematic substance use',
    where: 'doi:10.3389/fpubh.2022.1051119',
    kind: 'review',
    read: 'abstract',
    note: '39 articles, most on alcohol alone; too different to be put together.',
  },
  'nbc-2013': {
    authors: 'National Behavioral Consortium (Attridge and others)',
    year: 2013,
    title: 'A profile of the industry of external EAP vendors',
    where: 'doi:10.1080/15555240.2013.845050',
    kind: 'report',
    read: 'abstract',
    note: '82 providers, mostly in the United States and Canada: 4.5 % cases a year on average, median 3.6 %, 2.5 sessions a case. The title is our description.',
  },
  'nieuwenhuijsen-2020': {
    authors: 'Nieuwenhuijsen and others',
    year: 2020,
    title: 'Interventions to improve return to work in depressed people',
    where: 'doi:10.1002/14651858.CD006237.pub4',
    kind: 'meta-analysis',
    read: 'abstract',
    note: 'Work-directed plus clinical care: 25 fewer days of sick leave a year, nine studies, moderate certainty.',
  },
  'phillips-2019': {
    authors: 'Phillips, Gordeev & Schreyögg',
    year: 2019,
    title:
      'Effectiveness of occupational e-mental health interventions: a systematic review and meta-analysis of randomized controlled trials',
    where: 'doi:10.5271/sjweh.3839',
    kind: 'meta-analysis',
    read: 'abstract',
    note: 'g: stress .54, insomnia .70, burnout .51, depression .30; alcohol not significant.',
  },
  'provider-pages': {
    authors: null,
    year: null,
    title: 'Pages of providers on informal and formal referral by managers',
    where: 'canopywell.com; corpcareeap.com; eapresources.com; newavenuesonline.com',
    kind: 'report',
    read: 'excerpt',
    note: 'Practice in the United States; no study.',
  },
  'richardson-2023': {
    authors: 'Richardson, Dale, Robertson, Meader, Wellby, McMillan & Churchill',
    year: 2023,
    title: 'Mental Health First Aid as a tool for improving mental health and well-being',
    where: 'doi:10.1002/14651858.CD013127.pub2',
    kind: 'meta-analysis',
    read: 'abstract',
    note: '21 trials: perhaps little or no effect on those who are helped; very uncertain. Not about peer support as such.',
  },
  'richmond-2016': {
    authors: 'Richmond, Pampel, Wood & Nunes',
    year: 2016,
    title:
      'Impact of employee assistance services on depression, anxiety, and risky alcohol use: a quasi-experimental study',
    where: 'doi:10.1097/JOM.0000000000000744',
    kind: 'cohort',
    read: 'abstract',
    note: 'Matched comparison, 156 and 188 people: less depression and anxiety, and through them less absence and presenteeism; risky drinking unchanged.',
  },
  'rose-2002': {
    authors: 'Rose, Bisson, Churchill & Wessely',
    year: 2002,
    title:
      'Psychological debriefing for preventing post traumatic stress disorder (PTSD)',
    where: 'doi:10.1002/14651858.CD000560',
    kind: 'meta-analysis',
    read: 'abstract',
    note: 'Single sessions prevented nothing; in one trial PTSD was more frequent after a year, OR 2.51.',
  },
  'schulte-2014': {
    authors: 'Schulte and others',
    year: 2014,
    title:
      'Alcohol screening and brief intervention in workplace settings and social services: a comparison of literature',
    where: 'doi:10.3389/fpsyt.2014.00131',
    kind: 'review',
    read: 'excerpt',
    note: 'Equivocal; fear of telling about oneself is the main barrier.',
  },
  'social-current': {
    authors: 'Social Current (Council on Accreditation)',
    year: 2023,
    title: 'Accreditation standard for employee assistance program services (CA-EAP)',
    where: 'social-current.org',
    kind: 'standard',
    read: 'excerpt',
    note: null,
  },
  'song-2019': {
    authors: 'Song & Baicker',
    year: 2019,
    title:
      'Effect of a workplace wellness program on employee health and economic outcomes: a randomized clinical trial',
    where: 'doi:10.1001/jama.2019.3307',
    kind: 'trial',
    read: 'excerpt',
    note: '32,974 employees: some better habits by own account; no effect on clinical measures, costs, absence or performance.',
  },
  'stileman-2023': {
    authors: 'Stileman & Jones',
    year: 2023,
    title:
      'Revisiting the debriefing debate: does psychological debriefing reduce PTSD symptomology following work-related trauma? A meta-analysis',
    where: 'doi:10.3389/fpsyg.2023.1248924',
    kind: 'meta-analysis',
    read: 'abstract',
    note: 'No consistent benefit.',
  },
  'stratton-2022': {
    authors: 'Stratton and others',
    year: 2022,
    title:
      'Trends in effectiveness of organizational eHealth interventions in addressing employee mental health: systematic review and meta-analysis',
    where: 'doi:10.2196/37776',
    kind: 'meta-analysis',
    read: 'abstract',
    note: '75 trials, g about .25 for anxiety, depression and stress; no gain over a decade.',
  },
  'sundstrom-2023': {
    authors: 'Sundström, Forsström, Berman, Khadjesari & Sundqvist',
    year: 2023,
    title:
      'What do we know about alcohol internet interventions aimed at employees? A scoping review',
    where: 'doi:10.3389/fpubh.2023.929782',
    kind: 'review',
    read: 'abstract',
    note: 'Effects against waiting lists, not against lighter help.',
  },
  'who-2013': {
    authors: 'World Health Organization',
    year: 2013,
    title:
      'Responding to intimate partner violence and sexual violence against women: clinical and policy guidelines',
    where: 'who.int',
    kind: 'guideline',
    read: 'secondary',
    note: 'A summary: ask in private only, with first-line support ready.',
  },
  'who-2022': {
    authors: 'World Health Organization',
    year: 2022,
    title: 'WHO guidelines on mental health at work',
    where: 'NCBI Bookshelf NBK586374',
    kind: 'guideline',
    read: 'excerpt',
    note: 'Twelve recommendations; strong for training of managers and for reasonable accommodation.',
  },
  'wos-2021': {
    authors: 'LifeWorks and EAPA',
    year: 2022,
    title: 'Workplace Outcome Suite: annual report 2021',
    where: 'eapassn.org/wos',
    kind: 'report',
    read: 'secondary',
    note: 'Over 45,000 cases, before and after, no control group; 3.3 sessions a case.',
  },
} as const satisfies Readonly<Record<string, EvidenceSource>>

export type SourceId = keyof typeof sources

export const evidenceSources: Readonly<Record<SourceId, EvidenceSource>> = sources

export const sourceIds = Object.keys(sources) as readonly SourceId[]
