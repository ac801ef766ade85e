import type { Block, Document } from '#analysis/orientation/document.ts'

/** Invented figures of an invented organization. */
export const needs: Extract<Block, { kind: 'bars' }> = {
  kind: 'bars',
  unit: '%',
  alt: 'What weighs on people at Fjord Logistics, in percent of all 420',
  bars: [
    { label: 'Workload and pace', value: 43, text: 'about 180 of our 420 (160 to 200)' },
    {
      label: 'Trust in confidentiality',
      value: 36,
      text: 'about 150 of our 420 (125 to 175)',
    },
    { label: 'Money worries', value: 29, text: 'about 120 of our 420 (95 to 145)' },
    { label: 'Sleep', value: 'hidden', text: 'not shown' },
  ],
}

export const routes: Extract<Block, { kind: 'table' }> = {
  kind: 'table',
  caption: 'Ways in, and who learns of it',
  head: ['You want', 'You do', 'Who learns of it', 'First talk within'],
  rows: [
    ['Somebody to talk to', 'Call the line, day or night', 'Nobody at work', '3 days'],
    ['Advice on money', 'Book on the program page', 'Nobody at work', '10 days'],
    ['Help for your team', 'Ask your manager or HR', 'The people you choose', '14 days'],
    ['Help after an incident', 'Call the line; we come', 'Those who were there', '1 day'],
  ],
}

/** The orientation material of the program, as an employee would meet it. */
export const orientation: Document = {
  locale: 'en',
  title: 'Help that answers what you told us',
  subtitle:
    'How the new assistance program works, what it can do for you, and who never learns of it',
  footer: 'Fjord Logistics, an invented organization',
  sections: [
    {
      title: 'You said, we will',
      blocks: [
        {
          kind: 'callout',
          title: 'First we change the work',
          text: 'Rosters will be known four weeks ahead from 1 March. Teams in both warehouses redesign the peak hours themselves, with time set aside.',
        },
        {
          kind: 'paragraph',
          text: 'About two in three of us answered the survey. This weighs most:',
        },
        needs,
      ],
      notes: [
        'Start with the work, not with the person.',
        'Wait ten seconds after the chart.',
      ],
    },
    {
      title: 'What you can get',
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: [
            'Six talks with a counsellor, by phone, video or in person. Your family may use them, too.',
            'Financial counselling: a plan for debts, a letter to a creditor, a look at what you are owed.',
            'Legal advice by phone, half an hour a question.',
            'A sleep course for shift workers, in working hours.',
          ],
        },
        routes,
      ],
      notes: ['Read out the second column of the table.'],
    },
    {
      title: 'How to reach us',
      blocks: [
        {
          kind: 'list',
          ordered: true,
          items: [
            'Call or write. You say your name only if you want to.',
            'We ask what is urgent, and find a person who knows about it.',
            'You decide what happens next, and who is told.',
          ],
        },
        {
          kind: 'contacts',
          contacts: [
            { name: 'Assistance line, day and night', phone: '020 55 01 23' },
            { name: 'Danger to life', phone: '112' },
            { name: 'Staff representative', phone: '020 55 01 77' },
          ],
        },
      ],
      notes: [],
    },
    {
      title: 'What stays private',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Nobody at work learns that you called: no manager, no colleague, not HR. We report once a year how many people came, never who, and no number below ten. There are two exceptions, and the counsellor names them at the beginning: when a life is in danger, and when a child is being harmed.',
        },
      ],
      notes: ['Say the exceptions aloud. People trust what has limits.'],
    },
  ],
}

/** Long words and long sentences: Romanian and Dutch run a third longer than English. */
export const longRomanian: Document = {
  locale: 'ro',
  title:
    'Programul de asistență pentru angajați: ce am aflat de la dumneavoastră și ce se schimbă de acum înainte în fiecare secție',
  subtitle:
    'Prezentare pentru toate echipele, inclusiv pentru colegii care lucrează în schimburi de noapte și la punctele de lucru din afara orașului',
  footer:
    'Asociația „Șantierele Dunării de Jos”, organizație inventată pentru exemplificare',
  sections: [
    {
      title:
        'Confidențialitatea: ce promitem, ce nu putem promite și cine răspunde dacă promisiunea nu este respectată',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Nimeni de la locul de muncă nu află că ați sunat: nici șeful direct, nici colegii, nici serviciul de resurse umane. Raportăm o singură dată pe an câte persoane au venit, niciodată cine, și niciun număr mai mic de zece. Există două excepții, pe care consilierul le spune încă de la început: atunci când viața cuiva este în pericol și atunci când un copil este supus unor rele tratamente. În ambele situații, consilierul vă spune ce urmează să facă înainte de a face acest lucru, dacă timpul o permite.',
        },
        {
          kind: 'list',
          ordered: true,
          items: [
            'Sunați sau scrieți. Vă spuneți numele numai dacă doriți; o poreclă este suficientă pentru a stabili următoarea discuție.',
            'Vă întrebăm ce este urgent și căutăm împreună o persoană care cunoaște îndeaproape situația dumneavoastră.',
            'Dumneavoastră hotărâți ce se întâmplă mai departe, cine este anunțat și în ce ordine; puteți să vă răzgândiți oricând.',
            'Dacă alegeți o întâlnire față în față, aceasta are loc într-un cabinet din afara întreprinderii, la o oră potrivită programului de lucru în schimburi.',
            'După șase întâlniri discutăm deschis dacă este nevoie de continuare și cine o plătește.',
            'La sfârșit primiți un chestionar scurt, fără nume, pe care îl puteți lăsa necompletat.',
            'Membrii familiei care locuiesc împreună cu dumneavoastră au aceleași drepturi și aceeași protecție a confidențialității.',
          ],
        },
      ],
      notes: ['Citiți cu voce tare cele două excepții.', 'Lăsați timp pentru întrebări.'],
    },
    {
      title: 'Ce îi apasă pe oameni',
      blocks: [
        {
          kind: 'bars',
          unit: '%',
          alt: 'Ce îi apasă pe oameni, în procente din toți cei 1.250 de angajați',
          bars: [
            {
              label: 'Volumul de muncă și ritmul impus la schimbul de noapte',
              value: 61.5,
              text: 'aproximativ 770 din cei 1.250 (între 720 și 815)',
            },
            {
              label: 'Îngrijorări legate de bani și de rambursarea împrumuturilor',
              value: 48,
              text: 'aproximativ 600 din cei 1.250 (între 545 și 655)',
            },
            {
              label: 'Încrederea în păstrarea confidențialității',
              value: 37,
              text: 'aproximativ 460 din cei 1.250 (între 410 și 515)',
            },
            {
              label: 'Îngrijirea unui membru al familiei',
              value: 'hidden',
              text: 'nu se afișează, pentru a proteja anonimatul',
            },
            {
              label: 'Somnul și odihna dintre schimburi',
              value: 33,
              text: 'aproximativ 410 din cei 1.250 (între 360 și 465)',
            },
            {
              label: 'Dureri de spate și de articulații',
              value: 29,
              text: 'aproximativ 360 din cei 1.250 (între 315 și 410)',
            },
            {
              label: 'Relația cu superiorul direct',
              value: 'hidden',
              text: 'nu se afișează, pentru a proteja anonimatul',
            },
            {
              label: 'Schimbări anunțate prea târziu',
              value: 22,
              text: 'aproximativ 275 din cei 1.250 (între 230 și 320)',
            },
          ],
        },
      ],
      notes: ['Nu comentați secțiile care nu se afișează.'],
    },
    {
      title: 'Măsurile, pe rând',
      blocks: [
        {
          kind: 'table',
          caption: 'Ce se schimbă, cine răspunde și până când',
          head: ['Măsura', 'Cine răspunde', 'Termen', 'Buget', 'Cum vedem dacă ajută'],
          rows: [
            [
              'Graficele de lucru se anunță cu patru săptămâni înainte',
              'Directorii de producție din ambele șantiere',
              '1 martie',
              '40 000',
              'Ore suplimentare pe lună; întrebarea despre echilibru la următorul sondaj',
            ],
            [
              'Reproiectarea volumului de muncă, împreună cu echipele',
              'Conducerea secțiilor și reprezentanții sindicali',
              '30 iunie',
              '90 000',
              'Scorul volumului de muncă pe întreaga organizație',
            ],
            [
              'Consiliere de scurtă durată pentru angajați și familiile lor',
              'Furnizorul extern',
              '15 ianuarie',
              '75 000',
              'Utilizarea anuală, numai pe total',
            ],
            [
              'Consultanță financiară și juridică, prin telefon',
              'Furnizorul extern',
              '15 februarie',
              '20 000',
              'Utilizarea anuală; grija pentru bani la următorul sondaj',
            ],
            [
              'Instruirea șefilor de echipă în purtarea discuțiilor dificile',
              'Resurse umane',
              '30 septembrie',
              '35 000',
              'Sprijinul din partea superiorului direct',
            ],
            [
              'Spațiu de odihnă pentru schimbul de noapte',
              'Administrația',
              '31 mai',
              '12 000',
              '–',
            ],
          ],
        },
      ],
      notes: [],
    },
  ],
}

/** One sentence in each language, with every letter our alphabets add. */
export const fiveLanguages: Document = {
  locale: 'nb',
  title: 'Fem språk på ett ark: å ä ö ø æ ă â î ș ț ĳ é',
  subtitle: '«Hjelp» · “help” · „ajutor” · ‘hulp’ · ”hjälp”',
  footer: 'Oppdiktet organisasjon',
  sections: [
    {
      title: 'Ærlig talt: åtte øyne ser mer',
      blocks: [
        {
          kind: 'paragraph',
          text: 'Svenska: Ingen på jobbet får veta att du har ringt; även på övertid gäller det.',
        },
        {
          kind: 'paragraph',
          text: 'Norsk: Ingen på jobben får vite at du har ringt – ikke sjefen, ikke kollegaene, ikke HR.',
        },
        {
          kind: 'paragraph',
          text: 'Nederlands: Niemand op het werk komt te weten dat je belt; de ĳskoude waarheid, één keer per jaar, blĳft een getal.',
        },
        {
          kind: 'paragraph',
          text: 'Română: Nimeni de la muncă nu află că ați sunat; până și țărmul are șapte înțelesuri.',
        },
        {
          kind: 'paragraph',
          text: 'English: Nobody at work learns that you called – not even the café.',
        },
        {
          kind: 'callout',
          title: 'Arbeidsmiljøundersøkelsesresultatene',
          text: 'Verantwoordelijkheidsgevoel, arbeidsongeschiktheidsverzekering, medezeggenschapsorgaan.',
        },
      ],
      notes: ['Les høyt på alle språk: æ ø å.'],
    },
  ],
}

/** Texts that would be commands, mark-up or damage if a renderer read them as anything but words. */
export const hostileTexts = [
  '#read("/etc/passwd")',
  '$x$ *a* _b_ `c` <d> @e ~ -- \\ ] [ } { )) ((',
  '</a:t></a:r><script>alert("x")</script> & &amp; ]]> <!--',
  `"double" 'single' „jos” «innerst»`,
  'grin 😀, family 👨‍👩‍👧‍👦, flag 🇷🇴, 漢字, Привет, Ελλάδα, עברית, e\u0301, \u202eturned',
  'a\u0000b\u0008c\ud800d\uffffe\tf',
  'first line\nsecond line\r\nthird line',
  'W'.repeat(400),
  'charts/chart1.xml|ppt/slides "en-US" lang="en-US" name="Table|x"',
  'lorem ipsum dolor '.repeat(278).trim(),
] as const

/** Every hostile text in every place a text can stand. */
export const hostile: Document = {
  locale: 'nl',
  title: hostileTexts[0],
  subtitle: hostileTexts[1],
  footer: hostileTexts[2],
  sections: hostileTexts.map((text) => ({
    title: text,
    notes: [text, text],
    blocks: [
      { kind: 'paragraph', text },
      { kind: 'list', ordered: true, items: [text, 'short', text] },
      { kind: 'callout', title: text, text },
      {
        kind: 'bars',
        unit: text,
        alt: text,
        bars: [
          { label: text, value: 3, text },
          { label: '', value: 'hidden', text },
        ],
      },
      {
        kind: 'table',
        caption: text,
        head: [text, 'b', 'c'],
        rows: [[text, text, '1'], ['only one']],
      },
      { kind: 'contacts', contacts: [{ name: text, phone: text }] },
    ],
  })),
}

/** What is left of a document when there is nothing to say in it yet. */
export const empty: Document = {
  ...orientation,
  subtitle: '',
  footer: '',
  sections: [
    { title: 'Nothing', blocks: [], notes: [] },
    {
      title: 'Empty blocks',
      notes: [],
      blocks: [
        { kind: 'paragraph', text: '' },
        { kind: 'list', ordered: true, items: [] },
        {
          kind: 'bars',
          unit: '',
          alt: 'No bar is shown',
          bars: [{ label: '', value: 'hidden', text: 'not shown' }],
        },
        { kind: 'bars', unit: '%', alt: 'No bar at all', bars: [] },
        { kind: 'table', caption: '', head: ['Only a head'], rows: [] },
        { kind: 'table', caption: 'No columns', head: [], rows: [['lost']] },
        { kind: 'contacts', contacts: [] },
      ],
    },
  ],
}
