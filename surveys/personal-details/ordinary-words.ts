/** Frequent words of the five languages, folded, with words of work, and those words that
 * are also names (will, dag, roos, ion): at the beginning of a sentence or in lower case
 * they are taken for words. */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `
  abbott abia about above absence absolutely acasa accept access accident according acea
  aceasta aceea aceeasi acei acel acela acelasi acest acesta acestea acesti acestia
  achter acolo acord acordul across act action acts actually acum additional adesea
  adevarat af afara afdeling afdelingen afraid afsprak afspraken after afternoon
  afterwards again against age ago agree agreement aha ai aia aici aka al alaturi alb
  all alla alle alleen allemal alles allmant allt alltfor alltid allting alm almost
  alone along already als also alt alta altceva altcineva alte altele altfor although
  altii altul altyd always am amber among an and andacht ander andere anders andra andre
  angajat angajati angajatii angajator anhoriga ani anii annan annat annen annet annex
  annu annual another ansatt ansatte ansvar ansvarig answer antal antall anul anvanda
  anxious any anybody anyone anything apa apare apart apen apent apoi app apparently
  appreciate apps april aproape ar arata arbeid arbeide arbeider arbeidet arbeidsgiver
  arbeidsmiljo arbeidsplass arbeidsplassen arbeidstid arbeta arbetar arbetare arbete
  arbetet arbetsgivare arbetsgivaren arbetsgrupp arbetsmiljo arbetsplats arbetsplatsen
  arbetstid arbo are area aren arene arent around art article articles articol articolul
  artikel artikeln artikkel artikkelen as asa asculta asemenea asikt asistenta asistente
  asistenti ask asked assembly assistance asta astazi astfel asupra at atat atelier
  atentie ater atmosfera att atta attention atunci au aud august auto auzit av available
  avdeling avdelingen avdelning avdelningen avea avem aven average aveti avond
  avonddienst avut aware away azi azil back bad bada bade bak baker bakke bakker ban
  bang bani banks bara barbu bare barn barnehage bas basic basil bast battre bay be
  because become bedre bedryfsarts been before begeleiding begge begin begryp behind
  behov behover behovs beide being bel beleid believe bell below bemanning ben beneden
  bent berg berop beror beslissing beslut best bestallning bestammer beste bestelling
  bestemme bestemmer bestilling bestuur betala betalt beter betere better between
  betyder betyr bewoners bezetting bezig big bil bild bill bine binnen bird bishop bjork
  black blad ble blev bli blir blitt blivit bly blyft blyven bo board bok bolig bolnav
  bonde bonus bor bord borde bort borte bos bot both boven bra brak brand break breaks
  breed bridge brief bright bril bring britse brood brook bror brouwer brown bruin
  brukare bruke bruker bucatarie buddy buiten bun buna bune burden business but butik
  butikk butler buurt by bygg byna byvoorbeeld ca caci cafea cald caldura calitate call
  called calm cam came camion camp can cand cannot cant cap capacity capul care carry
  carter carui casa case cat cateva cati catre cause caz ce cea ceai ceea cei cel cele
  celor centre cer cere certain cerut ceva chair chance change changes chapter chauffeur
  chauffor check chef chefen chefer cheferna chiar chip cine cineva ciobanu ciudat clar
  class cleaner cleaning clear client clienten clienti climate clinic close clothes code
  coffee cojocaru cold cole colectiv coleg colega colege colegi colegii colegilor
  colegul colleague colleagues collega collegas comanda come comes coming committee
  common communication community company complain complaint computer comun comunicare
  concediu concern conditii condition conditions conduce conducere conducerea conflict
  consider constantly contract control controle cook cooperation cor corridor cost could
  council course cover craciun cred crede creste crew croitoru crystal cu culture cum
  cunosc curatenie current customer customers cut cuvant da daca dag dagar dagdienst
  dagelyks dagen dager daglig dagligen dahl daily daisy dal dalig daligt dan dank dar
  darfor darlig darna darom dat datorita dawn day days de deadline deadlines deal dean
  deasupra decat deci decide decision decizie decizii deel deg dei deja del delar delay
  deler delivery deloc dem demand den denna denne departament departe department depozit
  der deras deres derfor dersom desi desk despre dess dessa dessutom dessverre det detta
  dette deur deze dicht dick did didnt die dienst diensten different difficult dificil
  dig digital dimineata din ding dingen dintre direct directeur directie direction
  directions directiva directive directiven director direkt direktiv dirty distance dit
  do doamna doar docent dock doctor dogaru dogn doi doina doing dokter domnul don done
  donker dont door doren dos dosnt dot dotter doua down drept dreptate drew drie driver
  druk drukte drum du duce due duidelyk duke duminica dupa dura duren durere dureri
  durft during dus dusty duur dygn dyk ea each eap eaps earl early easy echipa
  echipament echipamente echipe echipei echt een eens eerder eerlyk eerst eerste effort
  efter eftersom egen eget egna egne ei eigen eigenlyk eind einde either ek ekonomi el
  ele elev elever elevi elk elkar elke eller else email emergency employee employees
  employer en end enda engineer engineering england enkel enkele enkelt enligt enough
  ens ensam entire equipment er era erau erg ergens erstatter especially este et ett
  etter ettermiddag eu even evening ever every everybody everyone everything everywhere
  example exempel exhausted exista expect experience explicatie extra fa fabrica fabriek
  fabrik fabrikk face facea facem facket fackklubb fact factor factory facut fagforening
  fair faith faktisk falk fall familie family fapt far fara fast fata fear feedback feel
  feeling feels fel felt felul fem few fi fick fie fiecare field fierar figure fiind
  fiindca fikk fim final finally finance find finn finne finnes finns fire firma first
  fisher fit five fixed fjell flera flere flest flesta fleste flexible floare floor
  foarte folk follow folosi folosim for forandring fordi fore forest foretagshalsovard
  formann formare forra forrige forskola forslag forst forsta forstar forste fort
  fortfarande fortsatt forward fost found four fout fox fra fraga fragor fram framtid
  fran france frank frate fravar fredag free frequently fri frica friday frig frisk
  frisse from front fru frukost frumos full functioneaza fungerar fungerer further
  future fyn fyra ga galagie gan gand gang ganger gap gar gat gata gates gave ge gebeurt
  geef geeft geen gehad geheel geld geleden geluid gelyk gemakt gene general genog genom
  ger geregeld gesprek get gets getting gevol gevragd geweest gewoon gezegd gezin gezond
  gezondheid gick gikk ging gir give given gjennom gjerne gjor gjorde gjore gjort glad
  go goal god gode gods godt going good gor gora gos got gott grace gradinita grag gran
  gray grea great green grele gresit greu grey gro gron gronn groot grop gropen grote
  ground group groups grow grunn grup grupa grupp gruppe gruppen gruppleder grya gun guy
  ha had hadde hadden hade haft haine hala half hall hallen halsa halso ham han hand
  handen handle handled handledare handover hans happen happy har hard harm hart has
  hatt haug have he head health heard heat heather heating heavy heb hebben hebt heeft
  heel heen hela helas hele helg helgen helger help helped helpen helpt helse helt hem
  hemma hemtjanst hen hendelser henne hennes her here herfst herr hes het hier high hill
  him hinner his hjalp hjalpa hjalper hjelp hjelpe hjelper hjem hjemme hjemmetjeneste ho
  hof hog hoga hoge hogere hogt holde holder holiday holland holly holm home honest
  honom hoofd hoofdkantoor hoog hoop hoor hoort hope horen hos hospital hot hour hours
  house how however hoy hoye hoyt hr huis hulp human hun hunter hur hurt hus huske hva
  hvem hver hverandre hverdag hvilken hvis hvor hvordan hvorfor hy ia iar iarna ibland
  icke idea ieri iesit if igjen ihop ii ik ikke il ill im imellom imi immediately imot
  important impossible impreuna improve improvement improvements in inainte inapoi inca
  incarcare inceput increase incredere indien infor informare informasjon informatie
  informatii information inga ingen inget inginer ingryire ingryitor ingryorat injury
  inn innan inne innen innenfor inom inside instead instruction instruire inte intelege
  inteles interesting into intotdeauna intre intreaba intrebare intrebari intretinere
  invaller involved inzet ion ireland iris is isa isnt issue it iti its ive ivy ja jack
  jade jag jamt jar jaren jas jay je jeg jo job jobb jobba jobbar jobbe jobben jobber
  jobbet joi jong jos jou journal jouw joy juist jullie jumatate junior just justere jy
  kaffe kalles kamer kan kanna kanner kanns kans kanske kanskje kant kantine kantoor
  kapper kassa kasse keep keer kennis kent kept kerk keuken kil kind kinderen kindly
  king kitchen kjokken klacht klachten klant klanten klar klara klarar klare klarer klas
  klein kleine klient klok klokka knap knappt knee knight know knows koffie kok koket
  kolla kollega kollegan kollegar kollegene kollegor kollegorna kom komen komma komme
  kommer kommet kommit komt kon konden koning kontor kontoret koop kop kort kosten koud
  kracht krav kring krona krygen krygt kuiper kund kunde kunder kung kunna kunne kunnen
  kunt kvall kvallar kvallen kvar kveld kvelden kvelder kvick kvist kwaliteit kwam kyken
  la lack lag lage lager laget lagret lagt laken lance land lane lang langa lange langer
  langre langs langt language laptop lar larare larer large larm last lastbil lastebil
  lat late lately laten later latst latste lattare lav law le lead leader leaders
  leadership learn least leave ledare ledelse ledelsen leder ledere lederen ledig ledigt
  ledning ledningen ledningsgrupp leeg leerlingen leeuw leg lege leger leiding
  leidinggevende leidinggevenden lenge length lerar leren les less let lets lett leuk
  leva level leven lever leverandor leverans levering levi liber libera lide lie lief
  liefde liever life lift ligger light lighting lik lika like likely lilla lille limba
  lind linde line linie liniste linje linjen links list listen lite liten little liv
  live livet livrare ljung ljus loc local locul logistics lokal lokalen lokalt lon long
  lonn look loon loop lopen lor los lose losning lot lotta loud love low lucht lucra
  lucram lucrat lucreaza lucrez lucru lucrul lucruri lugn lugnt lui luisteren luna lunch
  lund lunea lung lunga luni lunii lunsj lupu lyd lyft lyn lys lyser lysere lyssnar lyst
  lytter ma machine machines made magazin magazyn magazynmedewerker mai mail main maine
  maintenance maistru maj major mak make maken makes making makkelyk makt maltyd man
  mana management manager managers mand mandag mandagar manden maned maneder manga mange
  mangler manier mannen manniskor manual many mar mare mari marin mark markt marsh marti
  masina masini maskin maskiner mason maste mat mate material maternity matt matter max
  may maybe mayor me mea mean med medan medarbeider medarbeidere medarbetare
  medarbetarna mede medewerker medewerkers medic medical medicine medicul mediu mee meer
  meest meeste meeting meetings meg mei meisje melden melding mele mellan mellom member
  membru men mener mens mensen mental mer mercedes mercy merel mereu merk message mest
  met meteen mett meu mevrouw mi mic mica middag middle miercuri mig might miles min
  mind minder mindre mine minst minut minute minuten minuter minutes minutter miss
  missar misschien missing mitt mo mocht moder modig mogelyk mogen moilyk mojligt
  moldovan molen moment mond money montage month monthly months mood mooi mooie moon mor
  morar more morgen morgon morning most mot mote moten moter motivation motivert move
  much mulder mult multa multe multi multumesc multumit munca muncesc muncii muncitor
  muncitori muntean must muur my mycket mye myloc myn na nacht nachtdienst nachtdiensten
  nachten nadat nagon nagonting nagot nagra nam name nar nara nast nasta nastan nat natt
  natten nattevakt nattskift natuurlyk ne neagu near nearly necesar neck ned nee need
  needed needs neem negru nei nej nemen ner neste nesten net nettopp never nevoie new
  news next ni nice nici niciodata nick niemand niet niets nieuw nieuwe night nights
  niks nimanui nimeni nimic niste no noapte noaptea noastra noble nobody node nodig nodt
  nog noi noise noisy nojd nok non none nooit noord nopti nor nord normal nostri nostru
  not nothing notice nou noua noul now nu numai numar number nume nummer nurse nurses ny
  nya nye nyman nytt oameni oamenii obicei oboseala obosit obosita obositi obvious
  obviously och ocksa odd of off offer office officer offline oficiu ofta ofte often
  oftest ofzo og ogon ogsa ok oka okar okat oke oker okonomi okt olaru old olika olive
  om omdat omgan omkring omtrent on once onder onderhoud ondernemingsrad one ones
  ongeveer online only ons onske onsker ont onze oog ook oom oorzak oost op open
  operator opleiding oplossing opnieuw opp oppet oppgave oppgaver opplaring or ora orar
  ord order ordning ore organisation organization orice oricum orn oro orolig oss ost
  osv other others otherwise oud oude ouders our out outside over overal overleg overtid
  overtime overuren overwerk own pa pacat pacient pacienti padure page pai paid pain
  palm pana par paragraph parere park parking parks parorende part parte pas pasient
  pasienter pat patience patient patienten patienter patients paus pause pauser pauza
  pauze pauzes pay payroll pdf pe peak pearl peg pen pengar penger pentru people per
  percent perhaps period periode person personal personalen personeel personer personnel
  persoon peste pharmacy phone physical pil place plan planer planering planificare
  planlegging planning plant plass plata platit plats please plog plogen plogendienst
  plogleider plus plutselig poate point policy poor pop popa pope positive possible pot
  poti potter power powers practice pranz prata pratar prate praten prater prea precies
  precis prepare presiune press pressure prettig preventiemedewerker previous prezent
  price prima primavara primul prin prins private probabil probleem problem problema
  probleme problemen problemer problems procedure proces process productie production
  produksjon produktion profesor professional program programme programul proiect
  project projekt promis propriu prosess prosjekt prost prove prys public purchasing put
  putea putem putin putina putini quality quarter question questions quick quiet quite
  rad rak ram rand randi rapid raport rar rask raspunde raspuns rast raster rather ratt
  rau ray reach read really reason rece recently reception recht record redan redd reden
  reed regel regels regler regular regulation regulations reguli reis rekening rektor
  relatie relief remote renhold rennen repair replace replacement report request
  resources respect responsabil responsible rest result rett return rezidenti rice rich
  richtlyn right rik ring risc risico risk rivers ro rob rocky rod rog role rolig rom
  roman rond room roos rooster roosters ros rose rosen rota rotar round routine ruby rug
  ruimte rule rules rum run rundt rune runt rus rush rust rustig rusty rutiner ry ryden
  ryk sa sade safe safety saga sage sager sagt sai said sak saker sakerhet sakna saknas
  sala salariu salary sale sales saljare sallan samarbeid same samen samenwerking samma
  samman samme sammen samre samt samtal samtale samtidig samtidigt sandy sanne saptamana
  saptamani sarbatori sarcina sarcini sarlig sat satt saturday sau saw say says scaun
  schedule schema schemalagd schemat scherm schimb schimbare schimbari schimbul
  schimburi schip schipper school schoon schouders schryven scoala screen scris scurt se
  seama seara season second sectia sectie section sedan sediu see seem seems sef sefa
  sefi sefii seful sein seks sellers selv selve selvfolgelig sen senaste senat senate
  senatul senatului senior sense sent ser serios seriously service services serviciu set
  sett sette several sex sfarsit sfert shall share sharp she sheriff shes shift shifts
  short should show si sick sida side siden sier sig sigur siguranta sikker sikkerhet
  simt simte simti sin sina since sindicat sindicatul sinds sine singer singur singura
  sist sista siste site sitt situasjon situatia situatie situation sjafor sjalv sjalva
  sjef sjefen sjefer sjelden sjo sju sjuk sjuka sjukhus sjukskoterska skal skall skann
  skift skiften skiftet skiftleder skog skola skole skriva skrive skull skulle
  skyddsombud sla slager slap slapen slapt slecht slechte sleep slik slim slippe slitt
  sluiten slut sluta slutt slutte sma smal small smid smit smith snabbt snakke snakker
  snalla snart snel snill so soare sofer sol som some somebody someone something
  sometimes sommer somn soms son sondag soon soort sorry sova sove sover space spate
  speed spel spise spital spor sprak spre spring spryin spun spune sta stad stadning
  staff staffing stai staller stan standard stanger star stare stark start stat
  statement station statistics stay steady sted steeds steel steen stein stell sten step
  sterk steun stie stig stil still stille stilte stim stiu stod stol stond stone stop
  stor stora store storre storsta storste stort stotte stoy strand strange strat stress
  stressad stresset strom strong stuk stuur sub such sue summer sund sunday sunt suparat
  super supervision supervisor supply support supraveghetor sure survey sus suta svak
  svan svar svart swift syk syke sykehjem sykehus sykepleier sykepleiere syn synes
  synlig system ta tack tafel tagit tak take taken takes taking takk tal talar talk tall
  tar tare tarziu task tasks tatt tau te team teamleider teams technical technician
  tegen tekort tekorten telefon tell temperature temporary ten termen terug terwyl than
  thank that thats the their them then there therefore theres these they theyre thing
  things think third thirty this those though thought three through thuiszorg thus ti
  tid tiden tidigare tidlig tidligere tight til tilbake till tillbaka tillit
  tillitsvalgt tillrackligt tillsammans time timer times timmar timme timp timpul
  timpului ting tio tired tirsdag tisdag to toata toate toch today toff tog together
  toilet tok told tom tomorrow tomt ton tone tons too took tools top topp tor torsdag
  tot total toti totul toward trainee training transport travel tre treaba treat trebui
  trebuie trecut trecuta trei trekken trenger trimis trives trivs trivsel tro tror trots
  trott trotta trouble truck trust try trygg trying tu tuin tung tunga tunge tungt tur
  tura ture turei turele turn turner turnus turnusen tussen tv tva tvungen twee twelve
  twenty two tycka tycker tyd tyden tydens type uit uitleg uitzendkracht uitzendkrachten
  un una unclear unde under understand undrar unei unele uneori unfair ung unge
  ungureanu unie uniform unii union unit uniunea uniunii unless unor unpaid until unu
  unui unul up upon upp uppgift uppgifter ur uren urgent urma urmator ursu us usa use
  used useful usor usually ut utan utbildning ute uten utenfor utilaje utom utrustning
  utstyr utveckling utvikling uur vacanta vacation vad vader vag vak vakantie vakbond
  vakt vaktene vakter vaktlista val valdigt van vanaf vandag vanlig vanligt vanskelig
  vant vantar vanuit var vara vard vardag vare varen varer varfor varg varit varje
  varken varld varm varme varsel varsle vart vask vast vechi vecin vecka veckan veckor
  vede vedea vederea vedlikehold veel vehicle vei veilig veiligheid vel veldig vem venit
  venn vente venter ventilation ver verandering verde verden verder vergadering
  vergaderingen verhal verkar verkeerd verksamhet verkstad verksted verneombud
  verpleeghuis verpleegkundige verpleegkundigen verre verschil version verste vertellen
  vertrouwen very verzuim vet vi viata vid vidare vik vika vikar vikarer vikarie
  vikarier viktig viktigt vil vila vilka vilken vilket vill ville vinden vindt vine
  vineri violet vis visit viss vissa visser visste vite vizita vlak voi voice vol vold
  volen volgend volgende voll volt vond vondt voor vooral voorbeeld voordat voorman
  vorba vorbesc vorbeste vorig vorige vos vostru vrachtwagen vrag vragen vrea vreau
  vrede vrem vreme vreo vriend vrog vrouw vrouwen vrut vry vrydag wachten wage wagen
  wait wales walk walker want wanted war ward warehouse waren warm warom was wasnt wat
  watch water waters way we week weekend weekly weeks weer weet weg weinig weken wel
  welcome welk welke well wellbeing wens went were wereld werent werk werkdag werkdruk
  werken werkgever werknemer werknemers werkoverleg werkplek werkt wet weten what whats
  when whenever where whether which while white who whole why wie wiel wifi wil wilde
  will willen wind winkel winter wise wish wisselend wit with within without wolf woman
  women wonderful wonen wont wood woord word worden wordt work worked worker workers
  working workload workplace works world worried worry worse would wrong wy wys year
  years yes yesterday yet you young your youre yours zag zak zal zat ze zee zeer zeg
  zeggen zegt zei zeker zelf zelfs zes zet zgomot zi zice zich zie ziek zieken
  ziekenhuis ziekte zien ziet zile zilei zilele zilnic zin zis zit zitten zo zoals zodat
  zoken zomer zon zonder zorg zou zouden zuid zullen zwager zwar zware zwart zy zyn
  `.match(/\S+/g),
)
