/**
 * What is claimed about anonymity, one line an attack, and where each is tried. Numbered as in
 * PRIVACY.md, whose table `test/house/claims.test.ts` holds to this list, as it holds this list
 * to the tests.
 */
export interface Claim {
  readonly attack: string
  /** what must come of it */
  readonly expected: string
  /** tests that try it */
  readonly tried: readonly Proof[]
  /** what of it nothing here tries, and why; always where nothing does */
  readonly not?: string
}

/** A file, and words that stand in it once: the title of the very test. */
export type Proof = readonly [file: string, words: string]

const everyOrganization: Proof = [
  'test/attacks/attacks.test.ts',
  'comes to nothing on two hundred random organizations',
]
const wholeSurvey: Proof = [
  'test/attacks/ballots/ballot-attacks.ts',
  'finding marks anywhere in a whole survey',
]

export const claims: Readonly<Record<number, Claim>> = {
  1: {
    attack: 'The registrar keeps every byte it ever saw and later gets all ballots',
    expected: 'nothing it saw occurs in a ballot; blinded requests are uniform',
    tried: [
      [
        'test/attacks/ballots/ballot-attacks.ts',
        'linking people with ballots by what both doors saw',
      ],
      [
        'test/surveys/ballot/unlinkability.test.ts',
        'could have become every ballot: one blinding factor explains each pair',
      ],
      [
        'test/surveys/ballot/unlinkability.test.ts',
        'is as likely in each sixteenth below the modulus',
      ],
    ],
  },
  2: {
    attack: 'Both databases are joined on every pair of columns',
    expected: 'nothing matches but assessment and unit',
    tried: [wholeSurvey],
  },
  3: {
    attack: 'The order of arrival is read from the raw SQLite file',
    expected: 'no correlation',
    tried: [
      [
        'test/attacks/stores.test.ts',
        'does not tell in which order ballots came, when everybody answered',
      ],
      [
        'test/attacks/ballots/ballot-attacks.ts',
        'matching thirty who answer one after another',
      ],
    ],
  },
  4: {
    attack: 'The order of arrival is read from PostgreSQL’s system columns',
    expected: 'no correlation',
    tried: [
      [
        'test/attacks/stores.test.ts',
        'does not tell in which order ballots came, when few answered',
      ],
      [
        'test/server/registrar/participation-files.test.ts',
        'does not tell in which order people came: a small assessment is one transaction',
      ],
    ],
  },
  5: {
    attack: 'A time is looked for in every stored form',
    expected: 'none beside a ballot or a participation',
    tried: [
      wholeSurvey,
      [
        'test/server/ballot-box/slots-files.test.ts',
        'hold nothing that was cast, and no time',
      ],
      [
        'test/house/promises.test.ts',
        'no column holds a time, an order, a person or an address',
      ],
    ],
    not: 'the file system keeps when a database file was last written',
  },
  6: {
    attack: 'Backups of different moments are compared',
    expected: 'no equal block but headers and public data',
    tried: [
      ['test/attacks/ballots/ballot-attacks.ts', 'comparing copies of a stolen file'],
      [
        'test/server/ballot-box/slots-files.test.ts',
        'have no block in common before and after they are sealed anew, and lose nothing',
      ],
      [
        'test/attacks/stores.test.ts',
        'does not tell from twenty backups where somebody answered',
      ],
      [
        'test/server/backups/compared.test.ts',
        'differ in the same places whether everything happened in between or nothing',
      ],
    ],
    not: 'raw copies of a database file share whatever bucket was not written in between: the command makes none, the operator must not either',
  },
  7: {
    attack: 'The number of ballots is guessed from a stolen file',
    expected: 'a coin does as well',
    tried: [
      ['test/attacks/stores.test.ts', 'does not tell whether it is full or empty'],
      [
        'test/server/ballot-box/slots-files.test.ts',
        'are the same full as empty, but for what is sealed and a count from anywhere',
      ],
    ],
    not: 'only of SQLite files: PostgreSQL numbers its transactions, and its files tell how many there were in all',
  },
  8: {
    attack: 'One person is given a signing key of their own',
    expected: 'the page stops; the survey number differs',
    tried: [
      [
        'test/server/collecting.test.ts',
        'is noticed: its signature is refused, and the survey number differs',
      ],
      [
        'test/e2e/answer-protection.test.ts',
        'where one person’s code brings a key of its own, before a ballot is asked for',
      ],
      [
        'test/e2e/answer-protection.test.ts',
        'where one person’s ballot is signed with a key of its own',
      ],
      [
        'test/server/ballot-signatures.test.ts',
        'are those that the manifest names, all of them and no others',
      ],
      [
        'test/surveys/ballot/check-manifest.test.ts',
        'is another one when one colleague is shown a key of their own',
      ],
    ],
  },
  9: {
    attack: 'A unit is made for one person, or head counts do not add up',
    expected: 'page and server refuse',
    tried: [
      ['test/surveys/ballot/check-manifest.test.ts', 'is refused as %s when it %s'],
      ['test/server/freezing.test.ts', 'with %s is refused by the ballot box'],
    ],
  },
  10: {
    attack: 'The server tells people apart by what it sends them',
    expected: 'the same bytes, headers and sizes for all',
    tried: [
      [
        'test/server/collecting.test.ts',
        'get replies with the same headers and of the same size',
      ],
      ['test/server/freezing.test.ts', 'gives the same bytes to everybody who asks'],
      [
        'test/attacks/ballots/ballot-attacks.ts',
        'linking people with ballots by what both doors saw',
      ],
    ],
  },
  11: {
    attack: 'Connections to the ballot box are linked by cookie, cache or session ticket',
    expected: 'it sends none',
    tried: [
      [
        'test/server/ballot-origin.test.ts',
        'answers everything with the same headers, none of which could be shown again',
      ],
      ['test/server/split.test.ts', 'give no session ticket where ballots are cast'],
    ],
  },
  12: {
    attack:
      'Marked addresses, names, codes and answers are looked for in every file, log and mail',
    expected: 'found only where each belongs',
    tried: [wholeSurvey],
  },
  13: {
    attack: 'Answers are told apart by the length of what is sent',
    expected: 'one length',
    tried: [
      [
        'test/attacks/ballots/ballot-attacks.ts',
        'linking people with ballots by what both doors saw',
      ],
      [
        'test/surveys/ballot/envelope.test.ts',
        'has one size whatever a thousand people say',
      ],
      ['test/server/ballot-origin.test.ts', 'answers in two sizes: nothing, or 64 bytes'],
    ],
  },
  14: {
    attack: 'The browser is searched after casting',
    expected: 'nothing is left',
    tried: [
      [
        'test/e2e/answer-protection.test.ts',
        'is nothing: no storage, no cookie, no cache, no history, nothing behind Back',
      ],
      [
        'test/e2e/answer-device.test.ts',
        'clears itself when nobody is there: page, history, memory',
      ],
    ],
  },
  15: {
    attack: 'The pages are watched for requests elsewhere',
    expected: 'two hosts, no third',
    tried: [['test/e2e/answer-protection.test.ts', 'are the two hosts and nobody else']],
  },
  16: {
    attack: 'One ballot is cast 200 times at once',
    expected: 'one envelope',
    tried: [
      ['test/attacks/ballots/ballot-attacks.ts', 'casting one ballot often'],
      [
        'test/server/ballot-box/slots-together.test.ts',
        'take one slot when several connections bring the same ballot',
      ],
    ],
  },
  17: {
    attack: 'A recorded request is sent again after closing',
    expected: 'refused, nothing changes',
    tried: [
      [
        'test/server/casting.test.ts',
        'ends with the closing: a recorded request is refused and changes nothing',
      ],
    ],
  },
  18: {
    attack: 'Signatures are forged, cut, swapped between units and surveys',
    expected: 'none is accepted, nothing breaks',
    tried: [
      ['test/attacks/ballots/ballot-attacks.ts', 'forging ballots'],
      [
        'test/server/ballot-signatures.test.ts',
        'is not valid in another variant of the signature, even by the right key',
      ],
    ],
  },
  19: {
    attack: 'One invited person asks for two ballots at once',
    expected: 'one signature',
    tried: [
      [
        'test/attacks/ballots/ballot-attacks.ts',
        'collecting several ballots with one code',
      ],
      [
        'test/server/registrar/bind-place.test.ts',
        'lets one of many different requests win, wherever they come in',
      ],
    ],
  },
  20: {
    attack: 'The same request is repeated a hundred times',
    expected: 'the same signature, one binding',
    tried: [
      [
        'test/server/collecting.test.ts',
        'gives one signature for one request, a hundred times over',
      ],
    ],
  },
  21: {
    attack: 'The server dies between signing and answering',
    expected: 'asking again brings the same signature',
    tried: [
      [
        'test/server/collecting.test.ts',
        'gives the same after a crash between signing and answering',
      ],
    ],
  },
  22: {
    attack: 'Somebody with a stolen signing key casts more ballots than there are people',
    expected: 'refused when the slots are full',
    tried: [
      [
        'test/server/casting.test.ts',
        'is refused at capacity when a stolen key signs more ballots than there are people',
      ],
    ],
  },
  23: {
    attack: 'A mail scanner opens the link and runs its script',
    expected: 'nothing changes',
    tried: [
      [
        'test/e2e/answer-protection.test.ts',
        'is nobody when a scanner opens the link, runs everything and presses nothing',
      ],
      [
        'test/server/collecting.test.ts',
        'changes nothing, however often a scanner opens the link and asks',
      ],
    ],
  },
  24: {
    attack: 'Ballots are collected anew for people who have theirs',
    expected:
      'a new code brings the ballot that was collected; for one that was lost both sides must agree, to few, and how many is published',
    tried: [
      [
        'test/server/collecting.test.ts',
        'keeps what a person collected when a new code replaces theirs',
      ],
      [
        'test/server/invitations/mail.test.ts',
        'is replaced for the one who asks, and gives nobody a second ballot',
      ],
      [
        'test/server/resets.test.ts',
        'collects again once both sides agree, and not before',
      ],
      [
        'test/server/resets.test.ts',
        'ends at two in a hundred of a unit, and at one in a small one',
      ],
      ['test/server/resets.test.ts', 'is counted in the release'],
    ],
  },
  25: {
    attack: 'The server is killed at random moments while ballots are cast',
    expected: 'nothing acknowledged is lost, nothing is double',
    tried: [
      [
        'test/attacks/stores.test.ts',
        'has every acknowledged ballot once, however a process ends',
      ],
      [
        'test/attacks/faults.test.ts',
        'loses nothing acknowledged and leaves nothing half done, from the closing to the release',
      ],
      [
        'test/attacks/faults.test.ts',
        'of several processes keeps one ballot for everybody, and closed is closed in each',
      ],
    ],
  },
  26: {
    attack: 'Disk full, failing disk, busy database, lost connection',
    expected: 'a clear error; trying again works',
    tried: [
      [
        'test/server/ballot-box/slots-together.test.ts',
        'all fail cleanly when the database fails, at whatever statement',
      ],
      [
        'test/server/ballot-box/slots-together.test.ts',
        'go on after the server dropped the connections',
      ],
      [
        'test/server/database/failing-disk.test.ts',
        'is full says no, keeps all it had, and works again once there is room',
      ],
      [
        'test/server/database/failing-disk.test.ts',
        'can only be read says no to what would write, and shows what is there',
      ],
      [
        'test/server/database/failing-disk.test.ts',
        'at whatever statement, is done whole and on record, or not at all, and can be repeated',
      ],
    ],
    not: 'a disk that fails is played by statements that fail, one that is full by a file that may not grow',
  },
  27: {
    attack: 'Bits of the store are flipped',
    expected: 'noticed, and the place named',
    tried: [
      [
        'test/attacks/stores.test.ts',
        'stops the reading once a bit of it was changed, and says where',
      ],
      [
        'test/server/registrar/participation-files.test.ts',
        'is not read any more once a bit of it was changed, and says of which unit',
      ],
    ],
  },
  28: {
    attack: 'The clock jumps a day',
    expected: 'states go forward only',
    tried: [
      [
        'test/server/states.test.ts',
        'never go back, publish twice, change what is frozen or let one act for two',
      ],
    ],
  },
  29: {
    attack: '200 people cast at once for ten minutes',
    expected: 'no error; 99 of 100 within a second',
    tried: [],
    not: 'a load of ten minutes is no test of every day; `npm run bench` measures it',
  },
  30: {
    attack: 'An older copy of a store is put back',
    expected: 'noticed; collecting stays closed',
    tried: [
      [
        'test/server/restoring.test.ts',
        'lets nobody collect, and everybody cast what they collected',
      ],
      [
        'test/server/restoring.test.ts',
        'goes on collecting when both sides agree, and the release says so',
      ],
      ['test/server/restoring.test.ts', 'tells the operator, and takes ballots again'],
      ['test/server/backups/states.test.ts', 'what was %s goes on to be %s'],
      [
        'test/server/backups/older.test.ts',
        'lets nobody collect, even right after the backup, and everybody cast',
      ],
      [
        'test/server/backups/older.test.ts',
        'stops collecting when it is opened again, and goes on once both sides agree',
      ],
    ],
    not: 'of a ballot box put back, the ballots cast since are missing: the operator is told and people can cast again, but who does not come back is not counted',
  },
  31: {
    attack: 'One key holder, or the organiser with the operator, opens envelopes',
    expected: 'none opens',
    tried: [
      ['test/surveys/ballot/envelope.test.ts', 'is not opened by %s alone'],
      [
        'test/server/tally/tally-ballots.test.ts',
        'opens nothing with what one key holder delivers',
      ],
    ],
  },
  32: {
    attack: 'Shares are wrong, swapped or of another survey',
    expected: 'named, never silently wrong',
    tried: [
      [
        'test/surveys/ballot/envelope.test.ts',
        'names the trustee whose share is wrong, swapped, foreign or unknown',
      ],
      [
        'test/server/tally/tally-ballots.test.ts',
        'is named when two shares were swapped',
      ],
    ],
  },
  33: {
    attack: 'Every role tries every endpoint',
    expected: 'only what the role may',
    tried: [
      ['test/attacks/ballots/ballot-attacks.ts', 'passing doors of others'],
      [
        'test/attacks/doors.test.ts',
        'let in those they are meant for, each role and pair of roles at every door',
      ],
    ],
  },
  34: {
    attack: 'An organiser’s session calls everything at random',
    expected: 'no field beyond the contract, no status of a person',
    tried: [
      ['test/attacks/ballots/ballot-attacks.ts', 'passing doors of others'],
      [
        'test/attacks/ballots/ballot-attacks.ts',
        'watching everything while people answer',
      ],
    ],
  },
  35: {
    attack: 'States are driven in random sequences',
    expected: 'no reopening, no second release, no change after freezing',
    tried: [
      [
        'test/server/states.test.ts',
        'never go back, publish twice, change what is frozen or let one act for two',
      ],
    ],
  },
  36: {
    attack: 'A survey closes with nine ballots',
    expected: 'never opened, destroyed',
    tried: [
      [
        'test/server/results.test.ts',
        'is never opened: it is given up and destroyed when it closes',
      ],
      [
        'test/server/tally/tally-ballots.test.ts',
        'gives nothing away when fewer than ten hold answers',
      ],
    ],
  },
  37: {
    attack:
      'After shredding, every file and old backup is tried with every key that is left',
    expected: 'nothing opens',
    tried: [
      wholeSurvey,
      [
        'test/server/backups/older.test.ts',
        'bring back neither ballots, who collected, nor names once all is shredded',
      ],
    ],
    not: 'a copy of the key files that the operator keeps opens old backups: see Keys',
  },
  38: {
    attack: 'Groups and contrasts are computed from a release by elimination',
    expected: 'none of fewer than ten people',
    tried: [everyOrganization],
  },
  39: {
    attack: 'The bounds of small groups are computed by linear programming',
    expected: 'at least half of the scale stays open',
    tried: [everyOrganization],
  },
  40: {
    attack: 'All subsets of small trees are tried',
    expected: 'nothing smaller than the smallest residual cell',
    tried: [
      [
        'test/attacks/subtraction.test.ts',
        'tells of nothing but remainders in a tree, and of ten by the rule',
      ],
      [
        'test/analysis/disclosure/residual-rule.test.ts',
        'leaves nothing below k to be computed, whatever is added or subtracted',
      ],
    ],
  },
  41: {
    attack: 'Insiders subtract what they answered',
    expected: 'no group below eight, nobody exactly',
    tried: [everyOrganization],
  },
  42: {
    attack: 'Two releases and their comparison are subtracted: some joined, left, moved',
    expected: 'no group below ten is computable',
    tried: [
      everyOrganization,
      [
        'test/attacks/bounds.test.ts',
        'tell no more together than each by itself, and compared no more than both',
      ],
    ],
  },
  43: {
    attack: 'Everybody in a group answers the same',
    expected: 'clipped: never none, all, or the end of the scale',
    tried: [
      everyOrganization,
      [
        'test/analysis/disclosure/figures.test.ts',
        'of nobody or everybody is never shown as that',
      ],
    ],
  },
  44: {
    attack: 'Rounded counts, means and shares are combined',
    expected: 'counts stay open in nine of ten groups, nobody is determined',
    tried: [everyOrganization],
  },
  45: {
    attack: 'Two independent implementations of the span audit disagree',
    expected: 'they agree',
    tried: [everyOrganization],
  },
  46: {
    attack: 'Participation is watched for single answers',
    expected: 'changes once a day, in bands',
    tried: [
      [
        'test/server/participation.test.ts',
        'is counted once a day, after three in the morning',
      ],
      [
        'test/server/participation.test.ts',
        'looks the same whether nobody, one or nine answered',
      ],
      [
        'test/attacks/ballots/ballot-attacks.ts',
        'watching everything while people answer',
      ],
    ],
  },
  47: {
    attack: 'Hidden figures are told apart by why they are hidden',
    expected: 'they look alike',
    tried: [
      [
        'test/analysis/disclosure/disclose.test.ts',
        'hides a cell in one look, whatever the reason',
      ],
      everyOrganization,
    ],
  },
  48: {
    attack: 'Reminder lists are compared before and after answering',
    expected: 'identical',
    tried: [
      [
        'test/server/invitations/reminders.test.ts',
        'goes to the same list whether nobody or everybody has answered',
      ],
    ],
  },
  49: {
    attack: 'Names and numbers are hidden in comments',
    expected: '–',
    tried: [],
    not: 'there are no open questions',
  },
  50: {
    attack: 'Comments are matched with scores',
    expected: '–',
    tried: [],
    not: 'there are no open questions',
  },
  51: {
    attack: 'Nine comments of a group are released',
    expected: '–',
    tried: [],
    not: 'there are no open questions',
  },
  52: {
    attack: 'The served page differs from the built one',
    expected: 'its hash is in the manifest; a command compares what addresses serve',
    tried: [
      [
        'test/server/compare-page.test.ts',
        'is told from one in which a single file is another',
      ],
      [
        'test/server/compare-page.test.ts',
        'comes out the same when it is built again somewhere else',
      ],
    ],
    not: 'somebody has to run the command, from a place that the server takes for an employee',
  },
  53: {
    attack: 'Code of one part reaches into the other, reads addresses or the clock',
    expected: 'the build fails',
    tried: [
      ['test/house/borders.test.ts', '%s: sees %s'],
      [
        'test/house/promises.test.ts',
        'the ballot box reads no clock, no address and no header',
      ],
    ],
  },
  54: {
    attack: 'Single lines of the cryptography, slots and rules are changed',
    expected: 'a test notices',
    tried: [],
    not: 'a run that changes every line takes hours; it is no test of every day',
  },
  55: {
    attack: 'PostgreSQL is set up to keep order or time',
    expected: 'named and refused',
    tried: [
      [
        'test/server/database/postgres-faults.test.ts',
        'names each setting that lets somebody replay who came when',
      ],
      [
        'test/server/on-postgres.test.ts',
        'as %s opens no survey, and every setting is named',
      ],
    ],
    not: 'a server that is set up anew while a survey is open is not looked over again',
  },
  56: {
    attack: 'Every handler is made to fail',
    expected: 'no value of the request in log or reply',
    tried: [['test/attacks/ballots/ballot-attacks.ts', 'making handlers fail']],
  },
  57: {
    attack: 'Results from before and after a late manager or group are subtracted',
    expected: 'no more than three say together',
    tried: [
      [
        'test/attacks/latecomers.test.ts',
        'tell of a manager no more than the three do together',
      ],
      ['test/attacks/latecomers.test.ts', 'tell no group from the two that came with it'],
      ['test/server/together.test.ts', 'waits for two others, counted and nothing more'],
    ],
    not: 'two of three managers who put their ratings together are not kept from the third',
  },
  58: {
    attack: 'A form of the page of sessions is sent to learn, take or lock away seats',
    expected:
      'a code shows its own seat; six seats in ten minutes; chairs that nobody can book',
    tried: [
      [
        'test/server/briefings/booking.test.ts',
        'let one person have one time alone, and show everybody else only that it is taken',
      ],
      [
        'test/server/briefings/booking.test.ts',
        'keep chairs for those who just come, and say when nothing is left to book',
      ],
      ['test/server/briefings/booking.test.ts', 'are booked by one network only so fast'],
      ['test/server/briefings/booking.test.ts', 'are booked by no other site'],
    ],
    not: 'whoever has many addresses can book individual talks away; they can be freed',
  },
  59: {
    attack: 'Two pictures of reach are compared, before and after a small session',
    expected: 'they are alike, or differ by one step of ten, whatever the number was',
    tried: [
      [
        'test/analysis/orientation/reach.test.ts',
        'tells of one more small session at most that it lifted a number by one step',
      ],
      [
        'test/server/briefings/counting-people.ts',
        'keep of units no number that could not be shown',
      ],
    ],
    not: 'whoever entered the totals of the others knows what is left for the last one, within ten',
  },
}
