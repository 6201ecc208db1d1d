"""News agencies, papers and channels, and the words that make a body one. Our own knowledge."""

from __future__ import annotations

from claimgraph.ids import name_key
from claimgraph.text.names import key_of

#: Names of media, as keys (see ``claimgraph.ids.name_key``).
NAMES = frozenset(
    name_key(name)
    for name in """
    Reuters; Associated Press; AP; Agence France-Presse; AFP; United Press International; UPI;
    Bloomberg; Bloomberg News; Dow Jones Newswires; TASS; Itar-Tass; Interfax; RIA; RIA Novosti;
    Sputnik; Sputnik News; Xinhua; Xinhua News Agency; Kyodo; Kyodo News; Jiji Press; Yonhap;
    KCNA; Korean Central News Agency; Antara; Bernama; PTI; Press Trust of India; ANI; IANS;
    APP; Anadolu; Anadolu Agency; AA; Dogan; Demiroren; Fars; Fars News Agency; ISNA; IRNA;
    Tasnim; Mehr; YJC; SANA; Saba; Petra; WAM; SPA; Saudi Press Agency; KUNA; QNA; BNA; MENA;
    NNA; WAFA; Maan; INA; Dpa; Deutsche Presse-Agentur; ANSA; EFE; Lusa; Belga; ANP; APA;
    Ritzau; TT; NTB; STT; PAP; CTK; MTI; Agerpres; BTA; Tanjug; Ukrinform; UNIAN;
    Interfax-Ukraine; BelTA; Trend; Armenpress; Kazinform; Khaama Press; Pajhwok; TOLOnews; Tolo
    News; ATN; PA; Press Association; PA Media; AAP; Australian Associated Press; Canadian
    Press; Notimex; Telam; Prensa Latina; Agencia Brasil; Andina; NAN; News Agency of Nigeria;
    GNA; SAPA; Angop; Ethiopian News Agency; SONNA; TAP; MAP; APS; Jana; Suna; City News
    Service; Thomson Reuters Foundation; Inter Press Service; Religion News Service; Catholic
    News Agency; Wikinews; AMN; Amaq; Amaq News Agency; Ruptly; Storyful; BBC; BBC News; BBC
    World Service; BBC Radio; British Broadcasting Corporation; ITV; ITV News; Channel 4;
    Channel 4 News; Sky News; Sky News Arabia; CNN; Fox News; Fox; MSNBC; NBC; NBC News; ABC;
    ABC News; CBS; CBS News; PBS; NPR; National Public Radio; C-SPAN; CNBC; HBO; Univision;
    Telemundo; CBC; CBC News; CTV; Global News; SBS; Al Jazeera; Al Arabiya; Al-Masirah;
    al-Masirah TV; Al Mayadeen; Al Manar; Al-Alam; Al Hadath; Al-Ikhbariya; Alhurra; Press TV;
    IRIB; Rudaw; Kurdistan 24; Orient TV; Orient News; Enab Baladi; Asharq al-Awsat; Al-Ahram;
    Al-Hayat; Al-Quds al-Arabi; Al-Watan; As-Safir; An-Nahar; L'Orient-Le Jour; Daily Star;
    Haaretz; Jerusalem Post; Times of Israel; Ynet; Yedioth Ahronoth; Maariv; Channel 12;
    Channel 13; Kan; Hurriyet; Hürriyet; Sabah; Daily Sabah; Cumhuriyet; TRT; TRT World; NTV;
    CNN Turk; Haberturk; RT; Russia Today; Rossiya 1; Rossiya 24; Channel One; Izvestia;
    Kommersant; Vedomosti; Novaya Gazeta; Meduza; Pravda; Echo of Moscow; Dozhd; TV Rain; Lenta;
    Gazeta; RBC; Moscow Times; Kyiv Post; Kyiv Independent; Ukrainska Pravda; Hromadske; Radio
    Free Europe; Radio Liberty; Radio Free Asia; RFE; RFE/RL; Voice of America; VOA; Deutsche
    Welle; DW; RFI; France 24; Euronews; TF1; BFM TV; BFMTV; France Info; Le Monde; Le Figaro;
    Liberation; Le Parisien; Ouest-France; Mediapart; Der Spiegel; Spiegel; Die Zeit; Bild; Die
    Welt; Süddeutsche Zeitung; Frankfurter Allgemeine Zeitung; Tagesspiegel; ARD; ZDF;
    Tagesschau; ORF; Der Standard; Neue Zürcher Zeitung; El Pais; El País; El Mundo; ABC Color;
    La Vanguardia; TVE; Corriere della Sera; La Repubblica; La Stampa; RAI; Il Sole 24 Ore; NOS;
    De Telegraaf; De Standaard; VRT; RTBF; Le Soir; RTÉ; RTE; Irish Times; Irish Independent;
    SVT; Dagens Nyheter; Aftonbladet; Expressen; NRK; Aftenposten; VG; DR; Politiken; Yle;
    Helsingin Sanomat; Gazeta Wyborcza; TVN; TVN24; TVP; Rzeczpospolita; New York Times;
    Washington Post; Wall Street Journal; Los Angeles Times; USA Today; Chicago Tribune; Boston
    Globe; Miami Herald; Houston Chronicle; San Francisco Chronicle; Philadelphia Inquirer;
    Denver Post; Dallas Morning News; New York Post; New York Daily News; Daily News; Newsday;
    Newsweek; Time; Time magazine; Politico; Axios; The Hill; Huffington Post; HuffPost;
    BuzzFeed; BuzzFeed News; Vox; Vice; Vice News; The Intercept; ProPublica; Mother Jones; The
    Atlantic; Atlantic; New Yorker; The Nation; Foreign Policy; Foreign Affairs; National
    Review; Breitbart; Breitbart News; Daily Caller; Daily Beast; Salon; Slate; Drudge Report;
    InfoWars; Rolling Stone; Vanity Fair; TMZ; People magazine; Variety; Hollywood Reporter;
    Forbes; Fortune; Business Insider; Wired; TechCrunch; The Verge; Guardian; The Guardian;
    Observer; Daily Telegraph; Telegraph; Sunday Telegraph; Times of London; Sunday Times;
    Independent; Financial Times; Daily Mail; Mail on Sunday; Daily Mirror; Mirror; Daily
    Express; The Sun; Evening Standard; Economist; Spectator; New Statesman; Private Eye;
    Scotsman; Herald; Globe and Mail; Toronto Star; National Post; Maclean's; Sydney Morning
    Herald; The Age; The Australian; New Zealand Herald; Stuff; RNZ; Times of India; Hindustan
    Times; Hindu; Indian Express; NDTV; Republic TV; India Today; Wire; Dawn; Geo; Geo News;
    Express Tribune; Daily Star Bangladesh; Straits Times; CNA; Channel NewsAsia; South China
    Morning Post; Global Times; People's Daily; China Daily; CCTV; CGTN; Caixin; Asahi Shimbun;
    Yomiuri Shimbun; Mainichi; Nikkei; NHK; Japan Times; Korea Herald; Chosun Ilbo; KBS; Bangkok
    Post; Jakarta Post; Rappler; Philippine Star; Inquirer; Vnexpress; Daily Nation; Standard;
    Punch; Vanguard; Premium Times; Daily Maverick; Mail & Guardian; News24; SABC; Addis
    Standard; Daily Monitor; New Vision; Radio Dabanga; Sudan Tribune; O Globo; Globo; Folha de
    S.Paulo; Estado de S. Paulo; Clarin; Clarín; La Nacion; La Nación; El Universal; Reforma;
    Milenio; Televisa; El Comercio; El Tiempo; Semana; Telesur; Granma; Bellingcat; WikiLeaks;
    Sina; Sohu; Hespress; SyriaDirect; Syria Direct; SITE Intelligence Group; Zeit; Welt; FAZ;
    Gulf News; Khaleej Times; National; Arab News; Saudi Gazette; Iran International
    """.split(";")
)

#: Channels of one's own, through which somebody speaks to everybody.
PLATFORMS = frozenset(
    name_key(name)
    for name in """Twitter; Facebook; Telegram; Instagram; YouTube; WhatsApp; Snapchat; TikTok;
    Truth Social; LinkedIn; Reddit; Weibo; WeChat; VKontakte; VK; Tumblr; Medium; Skype; Signal;
    Viber; Mastodon; Bluesky; Parler; Gab; Periscope; X""".split(";")
)

#: Last words of a medium's name, or heads of a description of one; lower case.
NOUNS = frozenset(
    """
    newspaper newspapers paper papers tabloid tabloids broadsheet daily weekly magazine
    magazines journal broadcaster broadcasters channel channels network networks station
    stations outlet outlets press media newswire wire television tv radio website websites blog
    news gazette tribune herald courier chronicle times post dispatch newsletter podcast portal
    newsroom publication publications
    """.split()
)

#: Of those, the ones that make a name in capitals a medium's: "Ilsa Free Radio".
NAME_ENDS = frozenset(
    """
    newspaper tribune herald gazette courier chronicle times post dispatch broadcasting
    television tv radio news daily weekly magazine newswire press telegraph mirror observer
    journal broadcaster channel fm
    """.split()
)


def is_medium(name: str) -> bool:
    """Whether a name is a medium's: one we know, or one that ends as theirs do.

    >>> is_medium("the Associated Press"), is_medium("Ilsa Free Radio"), is_medium("NATO")
    (True, True, False)
    """
    key = key_of(name)
    if key in NAMES:
        return True
    words = key.split()
    if len(words) > 1 and words[-1] in NAME_ENDS:
        return True
    return key.endswith((" news agency", " press agency", " news network", " news service"))
