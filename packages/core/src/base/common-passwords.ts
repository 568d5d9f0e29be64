/**
 * Words that common passwords consist of, and common passwords of at least twelve characters. Chosen from the list of
 * `@zxcvbn-ts/language-common` 4.1.3 (the first 1,500 entries, and the long ones; MIT licence, Copyright (c) 2012-2016 Dan
 * Wheeler and Dropbox, Inc., Copyright (c) 2021 @zxcvbn-ts), and what shops add to it. The licence is in
 * common-passwords.LICENSE.
 */
export const COMMON_PASSWORDS =
  "010203040506 012345678910 014702580369 01telemike01 050605rostik 102030405060 1111111111zz 111222333000 " +
  "111222333444555 112233445566 122333444455555 123123a 123123qweqwe 1232323q 123321123321 123321456654 " +
  "123321qweewq 123456654321 12345677654321 123456782000 1234567887654321 123456789000 12345678900987654321 " +
  "123456789012 1234567890987654321 1234567890qaz 1234567890qw 1234567890qwe 1234567890qwerty 1234567890zzz " +
  "123456789101 123456789123 1234567892000 12345678987654321 123456789987654321 123456789a 123456789aaa " +
  "123456789abc 123456789asd 123456789q 123456789qaz 123456789qqq 123456789qwe 123456789qwer 123456789qwerty " +
  "123456789zxc 1234567qwertyu 123456a 123456q 123456qwerty 123456zxcvbn 12345a 12345q 12345qwert 1234abcd " +
  "1234qwer 1234qwerasdf 1234qwerasdfzxcv 123abc 123ewqasdcxz 123qwe 123qwe123qwe 123qwe456rty 123qweasd " +
  "123qweasdzxc 123qwerty123 12qw34er56ty 12qwaszx 159753159753 159753456852 193570356033 19960610ilja " +
  "1a2a3a4a5a6a 1a2b3c 1a2s3d4f5g6h 1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qa2ws3ed4rf 1qa2ws3ed4rf5tg 1qaz2wsx " +
  "1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw2 1qazxsw23edc 1qazxsw23edcvfr4 23176djivanfros 23wkoa0fp78dk " +
  "31217221027711 32615948worms 41d8cd98f00b 420842084208555 4815162342lf 4815162342lost 541233432442 " +
  "59382113kevinp 6215mila6215 742617000027 89063032220m 89231243658s 89876065093rax 89semtsriuty a12345 a123456 " +
  "a1b2c3 a1b2c3d4 a1s2d3f4g5h6 aardvark aaron abc123 abc123456789 abcd1234 access accord action adam adgjmptw " +
  "adidas admin admin18533362 administrator adrian airborne airforce airplane aksjdlasdakj89879 alabama alaska " +
  "albert alex alexande alexander alexandr alexis alfred alicia alison allison alpha alpha1 alpha135792468 alpine " +
  "alyssa amadeusptfcor amanda amateur amber america american an83546921an13 anderson andre andrea andreas andrew " +
  "andrewjackie andrey angel angel1 angela angelina angels animal anna antananarivu anthony antonio anytimetoday " +
  "apache apollo apple apples aragorn arizona arnold arsenal arthur artist asd123 asd123asd123 asdasd asdf " +
  "asdf1234 asdfasdf asdfg asdfgh asdfgh123456 asdfghj asdfghjk asdfghjkl asdfghjkl123 ashley assassin assman " +
  "athena atlanta atlantis auckland2010 audrey august aurora austin autumn avalon avatar avrillavigne awesome " +
  "azerty babes baby babydoll babygirl babylon babylon5 badboy badger badiman28200 bailey baller balls bambam " +
  "banana bandit barbara barbie barcelona barney baseball basket basketba basketball batman baxter beach bear " +
  "beatles beauty beaver beavis beer benjamin benson berlin bernie bhrh0h2oof6xbqjeh bigboy bigdaddy bigdog " +
  "bigfoot bigmac bigman bigone bigred bill billy billybob birdie birthday bishop biteme blabla black blackie " +
  "blacksonblon blahblah blaster blazer blink182 blizzard blonde blondie blowme bltynbabrfwbz blue bluebird " +
  "bobafett bobby bobcat bollocks bond007 bonnie booger boogie boomer boston bowling boy4u2ownnyc bpgjldsgjldthnf " +
  "bradley brandi brandon brandy braves brazil brenda brian britney brittany bronco broncos brooke brooklyn " +
  "brother brown browns bruins brutus bubba bubba1 bubble bubbles buckeye buckeyes buddha buddy buddy1 budlight " +
  "buffalo bulldog bulldogs bullet bullnuts2003 bunny burger burton business businessbabe buster butter butterfl " +
  "butterfly butthead cadillac caesar callie calvin camaro cameron campbell canada cancer candy cannon captain " +
  "cardinal carlos carmen carolina caroline carrie carter cartman casey cashier casino casper cassie castle " +
  "catch22 catdog catfish cavalier celtic cessna champion chance chandler change changeme charger charles charlie " +
  "charlie1 check cheese cheeseburger chelsea cherokee cherry cheryl chester chesterfield chevelle chevy cheyenne " +
  "chicago chichi chicken chickenwing101 chiefs chipper chocolat chopper chris chris1 chrissy christ christia " +
  "christin christopher1 christy chronic civilization cjdthitycndj cjkysirj claire classic claudia clinton " +
  "cnfc35762209 cobra cocacola coffee college colorado colors combat123654 compaq computer configuratio connie " +
  "connor construction consumer contortionist contrasena control cookie cookies cool cooper copper corona " +
  "corperfmonsy corvette cosmopolitan cougar counter counterstrike country courtney cowboy cowboys coyote crazy " +
  "creative cricket cristina crystal cthutq curtis daddy daisy dakota dallas dancer danger daniel danielle danny " +
  "darkness darkside darkstar dave david david1 dbrnjhbz death debbie december default defender deftones denise " +
  "dennis denver design destiny detroit devildog devilmaycry4 devils dexter dfvgbh diablo diamond diamonds diesel " +
  "digger digital digitalprodu dilbert dirty disney dkflbvbhjdbx dkflbvbhjdyf doctor dodgers doggie doggy dollar " +
  "dolphin dolphins domainlock2005 domino donald donkey douglas dragon dragon1 dragons dreamer dreams driver " +
  "drowssap drpepper drummer ducati dude dudley duke duncan dustin eagle eagle1 eagles eatme eclipse eddie edward " +
  "edwardcullen einstein elaine electric element elena elephant elizabet elizabeth elvis emerald eminem empire " +
  "engineer england enigma enjoy enter enterpri entertainment eric escort eugene everton explorer express extreme " +
  "falcon family fantasy farmer fatboy father fatima753357 fender ferrari ficken finalfantasy findaupair007 fire " +
  "fireball firebird fireman fish fisher fishing fkmnthyfnbdf fktrcfylh fktrcfylhjdbx fktrcfylhjdf fktrcfylhjdyf " +
  "fktrctq flash flipper florida flower flowers fluffy flvbybcnhfnjh flyers foobar football ford forest forever " +
  "foreveryoung france francis frank frankie franklin freaky fred freddie freddy frederiksberg fredfred free " +
  "freedom freedom1 freeman freeuser friday friend friends froggy future fyfcnfcbz fylhtq fynfyfyfhbde gabriel " +
  "galaxy galina galore gambit gandalf garcia garden garfield gateway gators gemini general genesis genius george " +
  "georgia german germany gfhfktkjuhfv gfhjkm gfhjkmgfhjkm ghbdtn ghbdtnghbdtn ghbdtnrfrltkf ghhh47hj7649 " +
  "ghjatccbjyfk ghjcnjgbpltw ghjcnjgfhjkm ghjcnjghjcnj ghjcnjqgfhjkm ghjcnjrdfibyj ghjnbdjcnjzybt ghtdtlvtldtl " +
  "giants gibson ginger girl girls gizmo gjkysqgbpltw gloria goblue goddess godzilla goforit goldberg golden " +
  "goldfish goldie golf golfer goober good google gordon gracie great green greenday greenlantern gregory griffin " +
  "gthtrfnbgjkt gtnhjpfdjlcr guest guinness guitar gundam gunner hacker hamilton hamlet hammer hamster hannah " +
  "happy happy1 hard hardcore harley harold harrison harry harvey hawaii hawkeye hd764nw5d7e1vb1 hd764nw5d7e1vbv " +
  "heather heaven hedimaptfcor hellfire hello hello1 hello123 helpme hendrix hentai hercules herman hesoyam " +
  "highland hiphop hitman hjvfirf hobbes hobbit hockey holiday holland holly homer honda honey hornet horney " +
  "horse horses hotdog hotrod hotstuff hottie house houston howard hummer hunter hunting huskers iampurehaha2 " +
  "ibanez icecream iceman ilovemyfamily iloveu iloveyou impala indian indiana indians indigo infinity " +
  "ingodwetrust insane inside installdevic installsqlst integra intelligence international internet " +
  "ipo54tj45uy856 ireland irina ironman isabella isabelle iseedeadpeople island italia iwantu jack jackie jackson " +
  "jaguar jake james james1 jamesbond007 jasmin jasmine jason jasper jeff jeffrey jennifer jenny jeremy jerome " +
  "jerry jessica jessica1 jessie jester jesus jesus1 jimmy joanne joejoe john johnny johnson joker jonathan jones " +
  "jordan jordan23 joseph josephphone7 joshua julian julie jungle junior jupiter justice justin justinbieber " +
  "justme juventus kaiser karate karen karina katana kathleen katie kawasaki kelly kelsey kenneth kermit kevin " +
  "killer kimberly king kirill kissme kitten kitty klaster knicks knight kodiak kramer kristen kristin kristina " +
  "ktjynsq40147 lacrosse ladies lakers lancer larisa lasvegas laura lauren lawrence leather leavemealone legend " +
  "lennon leonard leonardo leslie lestat letmein letmein1 lhbjkjubz2957704 liberty lickme lifehack light lights " +
  "lincoln linda lindsay lisa little liverpoo liverpool lizard login logitech lol123 lolita lollol london " +
  "lonewolf longhorn looking lost4815162342 louise love love777321777 lovelove lovely loveme lover loverboy " +
  "lovers loveyou lucifer lucky lucky1 lytdybrbdfvgbhf lytghjgtnhjdcr machine maddie maddog madison madman madmax " +
  "madonna maggie magic magnum maiden mailcreated5240 maksim malibu manager manchester manson manutd " +
  "maprchem56458 marathon marcel marcus maria mariah marie marina marinamarina marine marines marino mario marion " +
  "mark marlboro marley marshall martha martin marvin maryjane massimiliano master master1 masterbaiting " +
  "masterbating matrix matt matthew maurolarastefy maverick maxima maximus maxwell melanie melissa member " +
  "mercedes mercury merlin metallic metallica mevefalkcakk mexico michael michael1 michaeljackson michele " +
  "michelle michigan mickey microsoft midnight mike miller millie mima mine minecraft minecraft123 minnesota_hp " +
  "minnie miranda mister mistress mitchell molly monday money money1 monica monika monkey monkey1 monster montana " +
  "montreal mookie moose morgan morganstanley morpheus morris mortalkombat motdepasse mother motorola mountain " +
  "mouse mozart msoracle32re msorcloledbr muffin murphy music mustang mustang1 mylove nadine napoleon naruto " +
  "nascar nastya nastyanastya natali natalie natasha nathan naughty ncc1701 ncc1701d ncc1701e ne_e_pod_chehyl " +
  "necronomicon needforspeed nelson nemesis nemvxyheqdd5oqxyxyzi networkingpe newport newproject2004 newton " +
  "newyork nfnmzyf nhbujyjvtnhbz nhecsyfujkjdt nhfdvfnjkju123 nhfycajhvths nicholas nick nick1234-rem936 nicola " +
  "nicolas nicole nightcrawler nikita nintendo nirvana nissan nondriversig none norman norton nothing november " +
  "ntktdbpjh1994 october oicu812 oksana olcrackmaster oliver olivia online ontheoutside openup orange orlando " +
  "oscar outlaw overlord owner p030710p$e4o packard packers pakistan paladin pamela pandora pantera panther " +
  "panthers panties panzer paradise paraklast1974 paris parker pascal passion passport passw0rd passwor password " +
  "password1 password123 password1234 passwordassword passwordpassword passwordstandard passwort patches patricia " +
  "patrick patriots paul pavilion peaches peanut peanutbutter pearljam pebbles peekaboo peewee pegasus pencil " +
  "penguin people pepper pepsi perfect pervert peter pfqwtd27121988 phantom philadelphia philip phoenix phpbb " +
  "picard pickle pierre piglet pioneer pirate pitbull pizza platinum player playstation2 playstation3 please " +
  "poison pokemon polaris police polina polniypizdec0211 polniypizdec1102 polniypizdec110211 pontiac poohbear " +
  "pookie poop poopoo popcorn popeye porsche potter power powers precious predator prelude presario pretty prince " +
  "princess private professional psycho ptybnxtvgbjy pumpkin punksnotdead purple pussies pyramid q12345 q1w2e3 " +
  "q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 q1w2e3r4t5y6u7 q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 qawsedrftgyh qaz123 " +
  "qaz123wsx456 qazqaz qazwsx qazwsx123 qazwsx123456 qazwsxedc qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb " +
  "qazwsxqazwsx qazxsw qazxswedc123 qazxswedcvfr qqq111 qwaszx qwaszxerdfcv qwe123 qwe123qwe123 qweasd qweasdzxc " +
  "qweasdzxc123 qweqwe qwer1234 qwerasdfzxcv qwert qwertasdfgzxcvb qwerty qwerty1 qwerty12 qwerty123 qwerty123456 " +
  "qwerty123456789 qwertyasdfgh qwertyu qwertyui qwertyuiop qwertyuiop10 qwertyuiop12 qwertyuiop123 " +
  "qwertyuiop12345 qwertyytrewq rabbit racecar rachel racing raider raiders rainbow random ranger rangers raptor " +
  "rascal rasdzv3 raven raymond razz reaper rebecca red123 reddog redhead redman redneck redrum redskins redsox " +
  "redwings reggie regina remember renegade residentevil rfnthbyf1988 richard robbie robert roberto rock rocket " +
  "rocks rockstar rocky rocky1 roland rolltide ronald ronaldinho10 ronaldo ronnie rooster root roscoe rose " +
  "rosebud rulez runner rush2112 ruslan russell russia rusty ryan sabrina sailor saints sakura sales samantha " +
  "sammie sammy sampson samson samsung samuel samurai sandman sandra sandy sanfrancisco sarah sasha satisfaction " +
  "saturn saun24865709 savage savannah scandinavian scarface school schoolgirlie scooby scooter scorpio scorpion " +
  "scotland scott scotty scully sdicmt7seytn seattle secret security seemnemaailm semperfi serega serenity sergey " +
  "service seven shadow shadow1 shaggy shamrock shannon sharon shelby shelly sherlock shirley shooter shop shorty " +
  "shotgun sidney siemens sierra silver simon simone simple simpson simpsons single sister skater skeeter skipper " +
  "skippy skyline slayer slipknot smiley smith smitty smoke smokey smooth snake snickers sniper snoopy snowball " +
  "snowman soccer softball software sojdlg123aljg sonnenschein sonyericsson sophia sophie soso123aljg sparky " +
  "spartak spartan special specialinsta speedy spencer spider spiderma spiderman spike spirit spitfire spooky " +
  "sports spring squirt srinivas stacey stalker stanley star stargate startrek starwars stealth steelers stefan " +
  "stella stephani stephen sterling steve steven stewart stickdaddy77 stinger stingray stinky stinkyfinger stones " +
  "store storm stormy stratocaster street strike student stupid subaru sublime success sugar summer sundance " +
  "sunday sunset sunshine super superman supernatural surfer suzuki svetlana sweet sweetie sweetpea sweety " +
  "swimming swordfis swordfish sydney system systemofadown tanner target tarheels tattoo taurus taylor teacher " +
  "techno teens temp temppassword tennis teresa terminal test test123 tester testing testtest texas thailand " +
  "thecakeisalie theman theone therock thomas thuglife thumper thunder thx1138 ticketmaster tickle tiffany tiger " +
  "tiger1 tigers tigger timber time timothy tinker titanic tomcat tommy tomtom tony topgun tornado toronto " +
  "toshiba toyota transam transformers travel travis trevor trfnthbyf trigger trinity tristan triumph trooper " +
  "trouble trucker trucks trumpet trustno1 tucker turkey turtle tweety tyler ultimate unbelievable unicorn united " +
  "user valentin valentina valera valerie vampire vanessa vanyarespekt vegeta veronica veronika vfhbyf " +
  "vfhbyfvfhbyf vfrcbv vfrcbvvfrcbv vfvfvskfhfve victor victoria victory video viking vikings viktor vincent " +
  "viper virgin virginia vision vladimir vladimirovna voodoo voyager walker wallace walter wanker warcraft " +
  "warhammer40k warrior water wazzkaprivet weasel websolutions websolutionssu webuivalidat weihnachtsbau " +
  "weihnachtsbaum welcome welcome1 wesley westside whatever white whosyourdaddy whynot wicked wildcat wildcats " +
  "william williams willie willow wilson windows winner winnie winston winter wizard woaini wolf wolfgang " +
  "wolfpack wolverin wolves wombat wonder woody wozuiai wrangler wutang xavier xfiles yamaha yankee yankees " +
  "yankees1 yellow yfnfif young z1x2c3v4b5n6 z1x2c3v4b5n6m7 zachary zaq12wsx zaq12wsxcde3 zaq1xsw2cde3 zaqwsx " +
  "zaqwsxcderfv zcfvfzkexifz zeppelin zhongguo zipper zombie zqjphsyf6ctifgu zxc123 zxcasdqwe123 zxcvbn " +
  "zxcvbn123456 zxcvbnm zxcvbnm123456789 zxcvbnmmnbvcxz";
