"""Names that every reader of newspapers knows, as a nudge to the model: what kind they are of.

The encoder has seen few organisations, and none that became known after its training. A name in
this list makes its kind likelier where it stands with its capitals; the words around it can still
say otherwise. Names that are also ordinary words, or of several kinds (Washington, Jordan, Fox),
are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claimgraph.reading.encoder.labels import ENTITY_LABELS
from claimgraph.reading.encoder.links import Range

NUDGE = np.float32(2.0)
"""Added to the scores of a known name's labels; 1 or 3 would find the same."""

_ORGANISATIONS = """
    Reuters, AFP, AP, TASS, Interfax, Xinhua, SANA, IRNA, ISNA, Tasnim, Anadolu, Kyodo, Yonhap,
    PTI, Ukrinform, Bloomberg, BBC, CNN, CBS, NBC, ABC, MSNBC, NPR, PBS, CBC, ITV, ARD, ZDF, RTE,
    NHK, CCTV, RT, TRT, Politico, Axios, Haaretz, Izvestia, Kommersant, Pravda, Hurriyet, Newsweek,
    BuzzFeed, HuffPost, Breitbart, ProPublica, Bellingcat, Le Monde, Le Figaro, El Pais, La
    Repubblica, Der Spiegel, Die Welt, Die Zeit, Al Jazeera, Al Arabiya, Al Mayadeen, Sky News, Fox
    News, ABC News, CBS News, NBC News, BBC News, Associated Press, Agence France Presse,
    Washington Post, New York Times, Los Angeles Times, Wall Street Journal, Financial Times,
    Jerusalem Post, Daily Mail, Daily Telegraph, Daily Mirror, Sunday Times, Boston Globe, Chicago
    Tribune, Miami Herald, USA Today, Saudi Press Agency, Press Association, Russia Today, Deutsche
    Welle, UN, EU, NATO, OPEC, OSCE, UNICEF, UNESCO, UNHCR, UNRWA, WFP, IMF, IAEA, OPCW, WTO, OECD,
    ASEAN, ECOWAS, Interpol, Europol, Eurojust, Frontex, FIFA, UEFA, IOC, United Nations, European
    Union, African Union, Arab League, Security Council, General Assembly, World Bank, European
    Commission, European Parliament, European Council, European Central Bank, World Health
    Organization, World Trade Organization, World Food Programme, International Monetary Fund,
    International Criminal Court, International Energy Agency, International Atomic Energy Agency,
    Red Cross, Red Crescent, Human Rights Watch, Amnesty International, Oxfam, Greenpeace, Caritas,
    Transparency International, Syrian Observatory, White Helmets, Syrian Network, Hamas,
    Hezbollah, Hizbollah, Hizbullah, Fatah, PLO, Taliban, ISIS, ISIL, Daesh, HTS, SDF, YPG, PKK,
    FARC, ELN, IRA, LTTE, Islamic State, Islamic Jihad, Al Qaeda, Al Shabaab, Boko Haram, Muslim
    Brotherhood, Free Syrian Army, Syrian Democratic Forces, Revolutionary Guard, Revolutionary
    Guards, Lashkar, Likud, Fidesz, Syriza, Podemos, Sinn Fein, BJP, AKP, CHP, HDP, CDU, CSU, SPD,
    AfD, ANC, GOP, Democratic Party, Republican Party, Labour Party, Labor Party, Conservative
    Party, Green Party, Communist Party, Liberal Democrats, Congress Party, Five Star, Congress,
    Senate, Parliament, Knesset, Bundestag, Duma, Majlis, House of Commons, House of Lords, House
    of Representatives, Supreme Court, High Court, Court of Appeal, Court of Appeals, State
    Department, Homeland Security, Justice Department, Treasury Department, Defense Department,
    Foreign Ministry, Defence Ministry, Defense Ministry, Interior Ministry, Health Ministry,
    Finance Ministry,
    Foreign Office, Home Office, Scotland Yard, Metropolitan Police, Secret Service, Coast Guard,
    National Guard, Federal Reserve, Bank of England, FBI, CIA, NSA, DEA, ATF, IRS, FDA, CDC, EPA,
    FAA, FCC, FTC, SEC, NASA, ESA, NTSB, FEMA, GCHQ, Mossad, FSB, KGB, GRU, NHS, NRA, ACLU, NAACP,
    Google, Microsoft, Amazon, Facebook, Twitter, Netflix, Intel, IBM, Nokia, Samsung, Sony,
    Huawei, Siemens, Bosch, Airbus, Boeing, Toyota, Honda, Nissan, Hyundai, Volkswagen, BMW,
    Renault, Peugeot, Fiat, Volvo, Uber, Airbnb, Starbucks, Walmart, Costco, Ikea, Nestle,
    Unilever, Pepsi, Nike, Adidas, Pfizer, Novartis, Merck, Moderna, AstraZeneca, ExxonMobil,
    Exxon, Chevron, BP, Gazprom, Rosneft, Lukoil, Aramco, Petrobras, Halliburton, Monsanto,
    Glencore, Citigroup, HSBC, Barclays, UBS, Vodafone, Verizon, Comcast, Lufthansa, Ryanair,
    EasyJet, FedEx, Amtrak, Enron, Alibaba, Tencent, Lehman Brothers, Goldman Sachs, Morgan
    Stanley, Wells Fargo, Deutsche Bank, Credit Suisse, Bank of America, General Motors, General
    Electric, Royal Dutch Shell, Saudi Aramco, Rio Tinto, Lockheed Martin, British Airways, Air
    France, Turkish Airlines, American Airlines, United Airlines, Delta Air Lines, Random House,
    Harvard University, Yale University, Stanford University, Columbia University, Oxford
    University, Cambridge University,
"""
_PLACES = """
    Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan,
    Bahrain, Bangladesh, Belarus, Belgium, Benin, Bolivia, Bosnia, Botswana, Brazil, Bulgaria,
    Burundi, Cambodia, Cameroon, Canada, Chile, China, Colombia, Congo, Croatia, Cuba, Cyprus,
    Denmark, Djibouti, Ecuador, Egypt, Eritrea, Estonia, Ethiopia, Fiji, Finland, France, Gabon,
    Germany, Ghana, Greece, Guatemala, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia,
    Iran, Iraq, Ireland, Israel, Italy, Jamaica, Japan, Kazakhstan, Kenya, Kosovo, Kuwait,
    Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Lithuania, Luxembourg, Madagascar,
    Malawi, Malaysia, Mali, Malta, Mauritania, Mexico, Moldova, Mongolia, Montenegro, Morocco,
    Mozambique, Myanmar, Namibia, Nepal, Netherlands, Nicaragua, Nigeria, Norway, Oman, Pakistan,
    Panama, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia, Rwanda, Senegal,
    Serbia, Singapore, Slovakia, Slovenia, Somalia, Spain, Sudan, Sweden, Switzerland, Syria,
    Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine,
    Uruguay, Uzbekistan, Venezuela, Vietnam, Yemen, Zambia, Zimbabwe, Britain, England, Scotland,
    Wales, Burma, Palestine, Crimea, Chechnya, Kashmir, Catalonia, Xinjiang, Tibet, Darfur, Donbas,
    Kurdistan, Europe, Africa, Asia, Antarctica, United States, United Kingdom, Great Britain,
    Northern Ireland, New Zealand, North Korea, South Korea, South Africa, South Sudan, Saudi
    Arabia, Sri Lanka, Costa Rica, El Salvador, Puerto Rico, Hong Kong, Sierra Leone, Ivory Coast,
    Burkina Faso, Czech Republic, Papua New Guinea, United Arab Emirates, Dominican Republic,
    Vatican City, West Bank, Gaza Strip, Gaza, Middle East, Golan Heights, Latin America, North
    America, South America, Eastern Europe, Persian Gulf, Red Sea, Black Sea, South China Sea,
    Strait of Hormuz, Kabul, Algiers, Yerevan, Canberra, Vienna, Baku, Dhaka, Minsk, Brussels,
    Sarajevo, Brasilia, Sofia, Ottawa, Beijing, Bogota, Zagreb, Havana, Prague, Copenhagen, Cairo,
    Tallinn, Helsinki, Berlin, Accra, Athens, Budapest, Reykjavik, Delhi, Mumbai, Kolkata, Jakarta,
    Tehran, Baghdad, Dublin, Jerusalem, Rome, Milan, Tokyo, Osaka, Amman, Nairobi, Seoul,
    Pyongyang, Beirut, Tripoli, Benghazi, Vilnius, Rabat, Naypyidaw, Kathmandu, Amsterdam,
    Rotterdam, Oslo, Muscat, Islamabad, Karachi, Lahore, Peshawar, Manila, Warsaw, Lisbon, Doha,
    Bucharest, Moscow, Riyadh, Jeddah, Belgrade, Mogadishu, Madrid, Khartoum, Stockholm, Geneva,
    Zurich, Damascus, Aleppo, Homs, Hama, Idlib, Latakia, Raqqa, Daraa, Palmyra, Douma, Taipei,
    Bangkok, Tunis, Ankara, Istanbul, Kampala, Kyiv, Kiev, Kharkiv, Odessa, Donetsk, Luhansk,
    Mariupol, Aden, Sanaa, Hodeidah, Harare, Mosul, Basra, Kirkuk, Erbil, Fallujah, Ramadi, Tikrit,
    Najaf, Karbala, Kandahar, Kunduz, Helmand, Munich, Hamburg, Frankfurt, Lyon, Marseille,
    Glasgow, Edinburgh, Belfast, Birmingham, Manchester, London, Shanghai, Wuhan, Melbourne,
    Toronto, Montreal, Vancouver, Chicago, Houston, Dallas, Seattle, Boston, Philadelphia, Atlanta,
    Miami, Detroit, Baltimore, Cleveland, Pittsburgh, Brooklyn, Manhattan, New York, New York City,
    New Jersey, New Mexico, New Hampshire, New Orleans, New Delhi, Los Angeles, San Francisco, San
    Diego, San Antonio, San Jose, Las Vegas, Salt Lake City, Kansas City, Mexico City, Buenos
    Aires, Rio de Janeiro, Sao Paulo, Cape Town, Addis Ababa, Tel Aviv, Kuala Lumpur, Ho Chi Minh
    City, Abu Dhabi, Dubai, Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut,
    Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana,
    Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada,
    Ohio, Oklahoma, Oregon, Pennsylvania, Tennessee, Texas, Utah, Vermont, Wisconsin, Wyoming,
    North Carolina, South Carolina, North Dakota, South Dakota, West Virginia, Rhode Island,
"""


def _by_first_word() -> dict[str, list[tuple[list[str], str]]]:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for kind, names in (("ORG", _ORGANISATIONS), ("LOC", _PLACES)):
        for name in names.split(","):
            words = name.split()
            if words:
                found.setdefault(words[0], []).append((words, kind))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


_KNOWN = _by_first_word()
#: The places of the list.
PLACES = frozenset(" ".join(name.split()) for name in _PLACES.split(","))


def known_names(texts: Sequence[str]) -> list[tuple[Range, str]]:
    """Where known names stand among some words, and their kinds; the longest where some overlap.

    >>> known_names(["The", "New", "York", "Times", "in", "New", "York"])
    [((1, 4), 'ORG'), ((5, 7), 'LOC')]
    """
    found: list[tuple[Range, str]] = []
    past = 0
    for place, text in enumerate(texts):
        if text not in _KNOWN or place < past:
            continue
        for words, kind in _KNOWN[text]:
            past = place + len(words)
            if list(texts[place:past]) == words:
                found.append(((place, past), kind))
                break
        else:
            past = place
    return found


def nudge(texts: Sequence[str], emissions: NDArray[np.float32]) -> NDArray[np.float32]:
    """The scores of the entity labels, those of known names raised by ``NUDGE``."""
    found = known_names(texts)
    if not found:
        return emissions
    raised = emissions.copy()
    for (start, end), kind in found:
        begins = ENTITY_LABELS.index(f"B-{kind}")
        # Inside too: "US" in "US Airways" may go on what stands before it.
        raised[start, begins : begins + 2] += NUDGE
        raised[start + 1 : end, begins + 1] += NUDGE
    return raised
