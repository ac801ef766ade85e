/** Very common given names of the five languages, and some that came with those who work
 * there, folded; put together for this purpose from general knowledge. Those that are
 * ordinary words as well stand in both lists. */
export const givenNames: ReadonlySet<string> = new Set(
  `
  abigail ad adam adrian adriana adrianus agnes agneta agnieszka ahmad ahmed ahmet aisha
  ake aksel alan albert albin alexander alexandra alexandru alexis alf alfie ali alice
  alin alina alma alva amalie amanda amber amina amy ana anamaria anca anders andrea
  andreas andreea andrei andrew andrzej andy ane anette angela angelique anisoara anita
  anja ann anna anne anneke anneli annelie annelies annemarie annika anouk ans anthony
  anton antonia archie are arie arild arjan arne aron arthur arvid asa asbjorn ase
  ashley astrid atle attila aud aurel aurelia austin axel barbara barbro bard barry bart
  bas becky ben bengt benjamin bent bente berit bert bertil betty beverly bianca bill
  billy birgitta bjorg bjorn bo bob bogdan borghild bosse bram brandon brenda brian
  britt brittany bror bruce bryan calin callum camelia camilla carina carl carla carmen
  carol caroline carolyn catalin catalina catharina cecilia cecilie chantal charles
  charlie charlotte cheryl chlo chris christer christian christina christine christoffer
  christopher ciprian claire clas claudia claudiu clive coby codruta colin connor conny
  constantin cor corina cornel cornelia cornelis corneliu cosmin costel costin crina
  cristian cristina cynthia dag daisy dan daniel daniela danielle daria darius dave
  david debby deborah debra delia denis denisa denise dennis derek diana diane diederik
  dirk doina donald donna dorel dorin dorina doris dorothy doru douglas dragos dumitru
  dylan ebba ecaterina ed eduard edward edwin egil einar eirik eivind elena eli elias
  elin elisabeta elisabeth elizabeth ella ellen ellie els elsa else elyah emil emilie
  emily emma eric erik erika erzsebet espen esther ethan eugen eugenia eva evelyn even
  fanel fatima felicia felix femke filip finn fiona fleur floarea floor florentina
  florin floris frances frank freddie fredrik freja frida frode gabor gabriel gabriela
  gary gaute gavril geert geir gelu gemma geoffrey george georgeta georgiana gerald
  gerardus gerd gerda gerrit gheorghe gicu gina gloria goran gote grace graham greet
  gregory grethe grigore gro gudrun gun gunilla gunn gunnar gunnel guro gustav gys hakan
  hakon halvor hampus hanna hannah hanne hanneke hans harald harm harold harry hassan
  hasse havard hayley heather hedda hege heidi heleen helen helena helene helge hendrik
  hendrika henk hennie henrik henry hilde hope horatiu horia hugo iacob ian ibrahim ida
  ilarion ildiko ileana ilie ilinca ilse ineke inga inge ingeborg ingemar inger ingrid
  ingvild ioan ioana ion ionel ionela ionut iosif irina iris isa isabella isabelle
  istvan iulia iulian iuliana iustin ivar jack jacob jacoba jacobus jacqueline jakob
  james jan jane janet janice janne jap jarle jason jasper jayden jean jeffrey jennifer
  jenny jens jeremy jeron jerry jess jesse jessica jim jimmy jo joakim joan johan
  johanna johannes john joke jolanda jon jonas jonathan joop joost jordan jorgen jorunn
  jos jose josefin joseph joshua joy joyce jozsef juan judith judy julia julian julie
  justin kaj kalle kare karen kari karin karl karoline katarina katarzyna kate katherine
  kathleen kathryn katie kayla kees keith kelly kenneth kent kerstin ketil kevin kim
  kimberly kirsten kjell kjersti klara klas knut kon kristian kristin kristina kristine
  kristoffer krzysztof kurt kyle lacramioara laila larisa larry lars lasse laszlo laura
  lauren laurentiu lavinia lawrence leif lena lennart leo leonard levi liam lidia lieke
  liesbeth liliana lillian lily lina linda line linn linnea linus lisa lise liv livia
  liviu liz logan loredana lori lotta lotte louise lovisa luca lucas lucia lucian lucy
  ludvig luminita luuk lynn madalina madeleine madison magdalena magnus maj maja malcolm
  malgorzata malin manon marcel marcin marco marcus maren margaret margareta margaretha
  margrethe mari maria marian mariana marianne marie marieke marilena marilyn marin
  marinela marit marius marja marjolein mark markus marleen marlos marte marten martha
  martin martine martinus martyn mary maryke matei mathias matilda mats matt matthew
  mattias maud max mees megan mehmet melissa melker merel merete mette michal michel
  michelle mieke mihai mihala mikal mikala mike mikkel mila milan millie mioara miranda
  mircea mirela mirjam mitica moa mohamed mohammed mona monica monique morten mugur
  muhammad nadia nancy naomi natalia natalie nathalie nathan neil nel nelu nicholas nick
  nico nicola nicole nicoleta nicu nicusor niels nienke nigel niklas nils nina nisse
  noah noor nora oana octavian oda odd ola olaug olav ole olga oliver olivia olle omar
  oscar oskar otilia ove ovidiu oystein oyvind pal pamela patricia patrick patrik paul
  paula pavel pawel pelle per pernilla pete peter petra petre petronela petronella petru
  petrus petter philip piet pieter piotr pontus poppy priya rachel radu ragnhild raj
  raluca ramon ramona randi randy rares rasmus raymond razvan rebecca rebecka reidar
  reidun relu remco remus renske ria richard rick rickard rita roar rob robert robin
  rodica roger rolf romeo romulus ronald ronny roos rose roxana roy ruben ruby rune rut
  ruth ruud ryan saga sam samantha samuel sanda sander sandor sandra sandu sanjay sanne
  sara sarah saskia scott sean sebastian selma sem sergiu sharon shirley signe sigrid
  sigurd silje silvia silviu simen simion simon simona sindre siri sissel siv sixten
  sjak sjord smaranda sofia sofie solveig sondre sophia sophie sorin sorina stefan
  stefania stein steinar stela steluta sten stephanie stephen steve steven stian stig
  stina stine stuart sture styn sue susan susanne svein sven sverre synnove tatiana
  teodor teodora teresa terje terry tess teun thea theo theresa therese thomas thys
  tiberiu tim timothy tineke titus tobias tom toma tomasz tommy ton tone tony toos tor
  torbjorn tore torill tormod torstein tove tracey traian trevor trine trond trudy truls
  truus tudor tudora ture turid tuva tyler ulf ulla ulrika unni valentin valentina
  vasile vegard vera veronica vetle vicentiu victor victoria vidar vigdis viktor vilde
  vilgot vincent violeta viorel viorela viorica virgil virginia vlad voicu walter wayne
  wei wenche wendy wilhelmina will willem willemyn william willie wilma wim wouter
  youssef yusuf yvonne zachary zahra zo zoltan zoran
  `.match(/\S+/g),
)
