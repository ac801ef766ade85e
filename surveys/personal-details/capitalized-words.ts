/** What is written with a capital letter and is no person, folded: months and days,
 * languages, countries and cities, organizations, products. */
export const capitalizedWords: ReadonlySet<string> = new Set(
  `
  abb aberdeen acas accounts acrobat adecco admin administration adobe afas afghanistan
  africa african afrikans agder agile agresso ahold akan albania albanian aldi alesund
  algeria alkmar allah almere alvedon amazon america american americans amerika
  amerikans amerikanse amersfoort amsterdam anaf android anglia antillians antwerpen
  apeldoorn apple apr aprilie arabic arabisch arabiska arad arbeidsinspectie
  arbeidstilsynet arbetsformedlingen arbetsmiljoverket arbodienst arboned ardeal arendal
  arges arnhem asana asda asia asian athens aug augusti augustus australia austria
  austrian avonova aziatisch azure bacau bachelor baia banat barcelona barclays belarus
  belastingdienst belfast belgia belgian belgie belgisch belgische belgium bergen berlin
  bi bible birmingham bistrita bla blekinge block bluetooth boboteaza bodo bolt boras
  bosch bosnia bosnian botosani brabant braila branch brasov brazil breda brexit bristol
  britain british brussel brussels bucovina bucuresti bucurestiul bucurestiului budapest
  buddhist building bulgaria bulgarian bulgars bulgarse bulgarye buzau cambridge campus
  canada canteen cardiff carrefour catholic celsius central champions chatgpt chief
  china chinees chinese chisinau christmas chrome chromium church citrix cluj cnas cnv
  cologne commission communications compliance confluence constanta coop copenhagen
  copilot copsoq corona cosmic coventry covid craciunul craiova croatia croatian cup
  curacao cv cyprus czech czechia dacia dalarna danemarca danes danish danmark dansk
  danska debian dec december decembrie deens deense delft deming denemarken denmark
  depot desember development deventer dhl dinsdag dips dispatch district division diwali
  dobrogea dolj donderdag doodle dordrecht drammen drenthe drive drobeta dropbox dublin
  duits duitse duitser duitsland dumneavoastra dutch dvs earth east easter eastern edge
  edinburgh egypt eid eindhoven electrica elvetia engeland engels engelse engelsk
  engelska englez engleza english enschede epic equinor ericsson eritrea eskilstuna est
  estland estonia estonian ethernet ethiopia eurofound europa europe european europeana
  europeans europees europei europene europese eurostat eve exact excel excelark
  executive facebook facilities fagforbundet fahrenheit falun fathers feb februari
  februarie february fedex feelgood filipino finland finlanda finnish finnmark finsk
  finska firefox flemish flevoland fnv focsani folkhalsomyndigheten forms
  forsakringskassan francez franceza frankfurt frankrike frankryk frans franse fransk
  franta fredrikstad french freud fries friese friesland galati gallup gantt gate gavle
  gdansk gelderland geneva gerica german germana germania germans germany ghana giurgiu
  gjovik glasgow gmail google goteborg gothenburg gotland government grecia greece greek
  grekland griekenland groningen groundwork guds hag halden halland halloween halmstad
  hamar hamburg hammerfest handelsbanken hanukkah harlem harstad haugesund helfo hellas
  helpdesk helsingborg helsingfors helsinki hema hemelvart hengelo heroma herre herzberg
  hilversum hindi hindu hongarye hoofddorp hp hunedoara hungarian hungary hydro ianuarie
  iasi ibuprofen iceland icelandic id ierland ikea ilfov india indonesia innlandet
  inspectia inspectie instagram intensive internet intranet ipad iphone ipren irak iran
  iraq irish irland irlanda ishikawa island isral istanbul italia italian italiana
  italians italianse italie italien italy itm iulie iunie januar januari january japan
  japanese jewish jira jonkoping jul julen juli july jumbo june juni kahoot kaizen
  kalmar kanban karasek karlstad kaufland kenya kerst kerstmis kina kirkenes kiruna kiwi
  kl kobenhavn kommunal koningsdag kopenhagen kopenhamn koran korea korean kosovo krakow
  kristiansand kristianstad kurdish kyiv lab laboratory lararforbundet larvik latvia
  latvian league lean lebanon leeds leeuwarden legal leicester leiden lenovo lettland
  lidl likert lillehammer limburg linkedin linkoping linux lisbon litauen litauisk
  lithuania lithuanian lithuanians liverpool lloyds london lordag lulea luxembourg mac
  macedonia madrid maghiar maghiara malmo malta manchester manpower maramures marathon
  march marketing marokkans marokkanse marokko mars mart martie maslach master mastricht
  medvind meet mega mentimeter messenger metall mexico microsoft midsommar midsummer
  ministerul ministry mm molde moldova moldovean moldovei mon monday mondays montenegro
  morocco moscow mothers ms munich muntenia mures muslim napoca narvik nations nav nb
  neamt nederland nederlander nederlanderna nederlanders nederlands nederlandse netatmo
  netflix netherlands newcastle nigeria nito noiembrie nokia noors noorse noorwegen
  nordea norden nordic nordland norge norrkoping norrland norsk norska norske north
  northern norvegia norvegian norvegiana norway norwegian norwegians nottingham nov
  november novorapid nurofen nyar nymegen nyttar oct october octombrie ofsted okraiens
  okraiense okraine oktober oland olanda olandez olandeza oltenia olympic oncology
  onedrive onenote onsdag oostenryk operations oracle oradea orebro orkla orthodox oslo
  ostersund ostlandet outlook overyssel oxford packing pakistan palestine panadol
  paracet paracetamol parat pareto paris parliament pasen pask paske paste pastele pasti
  pc pentecost persian persiska petrom phd philippines photoshop piatra pingst
  pinksteren pinse pitesti planner ploiesti poland polen poles polish polonia polsk
  polska pools poolse portsmouth portugal portugees portugese portuguese posten postnl
  postnord powerpoint prague prahova previa procurement profil protectia protestant
  prozac ps punjabi quinyx quran rabobank radiology ramadan randstad reading region rema
  research resita revelion riga rogaland roma romana romani romania romanian romanians
  romanie romaniei rome romeens romeense romenen romenie rompetrol roosendal rotterdam
  rrom rumanien rumansk rumensk rusalii rusia rusland russia russian russisch russland
  ryksoverheid rysk ryska ryssland sab saco safari sainsbury salesforce sambata sami
  samsung sandefjord sandnes sap sarpsborg satu scandinavia scandinavian scania schiphol
  schneider schotland scotland scottish scrum security sep september septembrie serbia
  serbian servicenow severin sharepoint sheffield shell sibiu siemens sigma signal
  sinterklas six skandinavia skandinavien skane skatteetaten skatteverket skien
  skottland skovde skype slack slatina slovak slovakia slovenia smaland snapchat
  socialstyrelsen sodertalje somali somalia somaliska sor south southampton southern
  spain spania spanien spaniol spanish spanje spans spanse spansk spotify stami statoil
  stavanger stockholm storbritannia storbritannien stripe suceava sud suedez suedeza
  suedia sun sundsvall surgery suriname surinams svensk svenska sverige swedbank sweden
  swedes swedish swish swiss switzerland syd sykepleierforbundet syria syrien szw
  tagalog tallinn tamigo tamil targu tekna telegram telemark telenor telia tempo
  terminal tesco tesla thai thailand thanksgiving thu thursday tigrinya tikkie tiktok
  tilburg timisoara tonsberg toyota transilvania treasury trello trollhattan troms
  tromso trondheim tue tuesday tulcea tunisia turcia turkey turkiet turkish turks turkse
  turkye twitter tylenol tyrkia tysk tyska tyskland uber ucraina uk ukraina ukraine
  ukrainian ukrainians ukrainsk umea ungaria ungariei unionen unison unite uppsala ups
  urdu utrecht uw uwv valcea valentines valium vardforbundet varmland vaslui vasteras
  vaxjo venlo vest vestland vestlandet viena vienna vietnam vietnamese viken vilnius
  vipps vision visma viva vlams vlamse volvo vs warsaw warszawa web webex wed wednesday
  welsh west western whatsapp whitsun windows womens wonsdag workday xanax yammer yara
  youtube zandam zaterdag zeeland zondag zone zoom zorgverzekerar zotermeer zurich
  zweden zweeds zweedse zwitserland zwolle
  `.match(/\S+/g),
)
