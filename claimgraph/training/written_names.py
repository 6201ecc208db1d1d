"""Names written for training, of one to four words; the training data are short of them.

They stand in the places of other names of their kind (see ``names``) and teach nothing else.
"""

from __future__ import annotations


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.replace("\n", " ").split(",") if name.strip())


ORGANISATIONS = _names(
    """
    Google, Microsoft, Apple, Amazon, Facebook, Twitter, Netflix, Intel, IBM, Nokia, Samsung,
    Sony, Huawei, Siemens, Bosch, Philips, Airbus, Boeing, Toyota, Honda, Nissan, Ford,
    Volkswagen, BMW, Fiat, Volvo, Tesla, Uber, Airbnb, Starbucks, Walmart, Target, Costco, Ikea,
    Nestle, Unilever, Pepsi, Nike, Adidas, Pfizer, Novartis, Roche, Bayer, Merck, Moderna,
    Shell, BP, Exxon, Chevron, Gazprom, Rosneft, Aramco, Petrobras, Halliburton, Monsanto,
    Cargill, Glencore, Citigroup, HSBC, Barclays, UBS, Santander, Visa, Mastercard, PayPal,
    Vodafone, Verizon, Comcast, Disney, Viacom, Reuters, Bloomberg, Xinhua, TASS, SANA,
    Interfax, AFP, CNN, BBC, NPR, CBS, NBC, ABC, Fox, Politico, Axios, Vox, Haaretz, Dawn,
    Spiegel, Bild, Guardian, Observer, Telegraph, Independent, UN, EU, NATO, OPEC, UNICEF,
    UNESCO, UNHCR, WHO, IMF, IAEA, OPCW, WTO, ASEAN, Interpol, Europol, FBI, CIA, NSA, FDA, CDC,
    NASA, EPA, IRS, FEMA, Pentagon, Kremlin, Congress, Senate, Parliament, Knesset, Bundestag,
    Duma, Amnesty, Greenpeace, Oxfam, Caritas, Hezbollah, Hamas, Fatah, Taliban, ISIS, YPG, PKK,
    FARC, ETA, Likud, Labour, Podemos, Syriza, Fidesz, Democrats, Republicans, GOP, Tories,
    Harvard, Yale, Stanford, MIT, Oxford, Cambridge, Lufthansa, Ryanair, Emirates, Eurostar,
    Delta, FedEx, UPS, Amtrak, Hilton, Marriott, Hyatt, Arsenal, Liverpool, Juventus, Barcelona,
    Yankees, Lakers, Mozilla, Yahoo, Intuit, Oracle, Cisco, Adobe, Dell, Canon, Kodak, Xerox,
    Lehman Brothers, Goldman Sachs, Morgan Stanley, Wells Fargo, Deutsche Bank, Credit Suisse,
    General Motors, General Electric, Coca Cola, Taco Bell, Burger King, Best Buy, Home Depot,
    British Airways, Air France, Turkish Airlines, Lockheed Martin, Rio Tinto, Royal Mail, Fox
    News, Al Jazeera, Al Arabiya, Sky News, Associated Press, Washington Post, New Yorker, Daily
    Mail, Sunday Times, Jerusalem Post, Financial Times, Le Monde, Der Spiegel, Russia Today,
    Sputnik News, United Nations, European Union, African Union, Arab League, World Bank,
    Security Council, European Commission, European Parliament, State Department, Defense
    Department, Foreign Ministry, Interior Ministry, Health Ministry, Justice Department,
    Treasury Department, White House, Supreme Court, Federal Reserve, Secret Service, Scotland
    Yard, Coast Guard, Border Patrol, National Guard, Red Cross, Red Crescent, White Helmets,
    Save Children, Amnesty International, Islamic State, Islamic Jihad, Boko Haram, Al Qaeda, Al
    Shabaab, Democratic Party, Labour Party, Republican Party, Green Party, Conservative Party,
    Communist Party, Muslim Brotherhood, Stanford University, Columbia University, Leeds
    University, Random House, Sierra Club, Manchester United, Real Madrid, Bayern Munich,
    Chelsea Fans, Ocean Savers, Harbour Watch, Human Rights Watch, World Health Organization,
    International Criminal Court, Free Syrian Army, Syrian Democratic Forces, Islamic
    Revolutionary Guard, Metropolitan Police Service, New York Times, Los Angeles Times, Wall
    Street Journal, Syrian Arab News, Central Intelligence Agency, Environmental Protection
    Agency, National Security Council, Democratic National Committee, American Medical
    Association, International Energy Agency, World Trade Organization, Royal Bank Scotland,
    British Medical Association, European Central Bank, Boston Red Sox, Federal Aviation
    Administration, United Auto Workers, Chicago Public Schools, National Rifle Association,
    American Civil Liberties Union, International Monetary Fund, Federal Trade Commission, New
    York Police Department, Los Angeles School Board,
    """
)

PLACES = _names(
    """
    France, Germany, Spain, Italy, Portugal, Poland, Hungary, Romania, Greece, Turkey, Ukraine,
    Russia, Belarus, Georgia, Armenia, Azerbaijan, Sweden, Norway, Finland, Denmark, Iceland,
    Ireland, Scotland, Wales, England, Britain, Belgium, Austria, Switzerland, Serbia, Croatia,
    Bosnia, Kosovo, Albania, Syria, Lebanon, Jordan, Israel, Egypt, Libya, Tunisia, Algeria,
    Morocco, Sudan, Ethiopia, Somalia, Kenya, Uganda, Rwanda, Congo, Nigeria, Ghana, Mali,
    Niger, Chad, Senegal, Zimbabwe, Zambia, Angola, Mozambique, Iran, Iraq, Kuwait, Qatar,
    Yemen, Oman, Bahrain, Afghanistan, Pakistan, India, Nepal, Bangladesh, Myanmar, Thailand,
    Vietnam, Cambodia, Laos, Malaysia, Indonesia, Philippines, Japan, China, Taiwan, Mongolia,
    Kazakhstan, Australia, Canada, Mexico, Cuba, Haiti, Jamaica, Guatemala, Honduras, Nicaragua,
    Panama, Colombia, Venezuela, Ecuador, Peru, Bolivia, Chile, Argentina, Uruguay, Paraguay,
    Brazil, US, UK, USA, UAE, Europe, Africa, Asia, America, Paris, Lyon, Berlin, Hamburg,
    Munich, Madrid, Rome, Milan, Lisbon, Warsaw, Prague, Vienna, Budapest, Bucharest, Athens,
    Istanbul, Ankara, Kyiv, Moscow, Minsk, Tbilisi, Stockholm, Oslo, Helsinki, Copenhagen,
    Dublin, Belfast, Glasgow, Edinburgh, London, Manchester, Leeds, Bristol, Brussels, Geneva,
    Zurich, Damascus, Aleppo, Homs, Idlib, Raqqa, Douma, Daraa, Beirut, Amman, Jerusalem, Gaza,
    Cairo, Tripoli, Benghazi, Tunis, Khartoum, Nairobi, Kampala, Kinshasa, Lagos, Abuja, Accra,
    Bamako, Dakar, Harare, Tehran, Baghdad, Mosul, Basra, Kirkuk, Erbil, Doha, Riyadh, Sanaa,
    Aden, Kabul, Kandahar, Karachi, Lahore, Islamabad, Delhi, Mumbai, Kolkata, Dhaka, Bangkok,
    Hanoi, Jakarta, Manila, Tokyo, Osaka, Beijing, Shanghai, Wuhan, Seoul, Pyongyang, Sydney,
    Melbourne, Toronto, Montreal, Ottawa, Havana, Bogota, Caracas, Quito, Lima, Santiago,
    Brasilia, Chicago, Houston, Dallas, Denver, Seattle, Portland, Boston, Philadelphia,
    Atlanta, Miami, Detroit, Cleveland, Baltimore, Phoenix, Omaha, Memphis, Reno, Fresno, Texas,
    Ohio, Iowa, Utah, Nevada, Oregon, Idaho, Montana, Kansas, Florida, Alabama, Virginia, Maine,
    Crimea, Donbas, Catalonia, Bavaria, Tuscany, Kashmir, Punjab, Tibet, Xinjiang, Chechnya,
    Darfur, New York, New Jersey, New Mexico, New Delhi, New Zealand, North Korea, South Korea,
    South Africa, South Sudan, Saudi Arabia, Sri Lanka, Costa Rica, El Salvador, Puerto Rico,
    Hong Kong, Sierra Leone, Ivory Coast, Northern Ireland, Great Britain, United States, United
    Kingdom, Los Angeles, San Diego, San Francisco, San Antonio, Las Vegas, Salt Lake, Santa Fe,
    Kansas City, Quebec City, Mexico City, Buenos Aires, Rio Grande, Sao Paulo, Cape Town, Addis
    Ababa, Tel Aviv, West Bank, Deir Ezzor, Khan Sheikhoun, Eastern Ghouta, Middle East, North
    Carolina, South Dakota, West Virginia, Staten Island, Long Island, Lake Victoria, Mount
    Kenya, Black Sea, Red Sea, Persian Gulf, Oxford Street, Fifth Avenue, Trafalgar Square,
    Central Park, Hyde Park, East London, Elm Street, Station Road, Harbour Lane, Ho Chi Minh
    City, Papua New Guinea, Salt Lake City, New York City, Port Moresby Harbour, Mount Sinai
    Road, United Arab Emirates, South China Sea,
    """
)

GIVEN_NAMES = _names(
    """
    Ana, Amir, Anders, Andrea, Aisha, Ahmed, Bashar, Beatrice, Boris, Carla, Carlos, Chen,
    Claire, Daniel, David, Diego, Dmitri, Elena, Emma, Erik, Fatima, Felix, Francois, Gemma,
    George, Giulia, Hannah, Hassan, Hiroshi, Ibrahim, Igor, Ingrid, Irina, Ivan, Jamal, James,
    Jan, Jose, Joseph, Julia, Kaito, Karim, Katarina, Kevin, Khaled, Lars, Laura, Leila, Li,
    Lucia, Maria, Mark, Marta, Mehmet, Michael, Miguel, Mohammed, Nadia, Natasha, Nikolai, Nina,
    Nuria, Olga, Omar, Oscar, Pablo, Patrick, Paul, Peter, Pierre, Priya, Rachel, Rafael, Rami,
    Robert, Rosa, Samira, Sandra, Sara, Sergei, Sofia, Stefan, Susan, Tariq, Thomas, Tomas,
    Valeria, Victor, Vladimir, Wei, William, Yasmin, Yusuf, Yuki, Zainab, Zoe, Barack, Hillary,
    Donald, Bernie, Angela, Emmanuel, Theresa,
    """
)

FAMILY_NAMES = _names(
    """
    Abadi, Adams, Ahmadi, Alvarez, Andersen, Assad, Baker, Banerjee, Becker, Bennett, Bianchi,
    Bianco, Blair, Brown, Bush, Campbell, Carter, Castillo, Chan, Chowdhury, Clark, Clinton,
    Cohen, Conti, Cooper, Costa, Cruz, Davies, Diaz, Dubois, Edwards, Erdogan, Evans, Farouk,
    Ferrari, Fischer, Flores, Garcia, Gonzalez, Gupta, Haddad, Hansen, Harris, Hassan,
    Hernandez, Hoffmann, Hussein, Ivanov, Jackson, Jensen, Johnson, Jones, Kagame, Kapoor,
    Kerry, Khan, Kim, Kowalski, Kumar, Larsen, Lavrov, Lee, Lopez, Macron, Mahmoud, Martin,
    Martinez, Mbeki, Merkel, Meyer, Mitchell, Modi, Mohamud, Moore, Morales, Moreau, Nakamura,
    Netanyahu, Nguyen, Nielsen, Novak, Obama, Okafor, Olsen, Orban, Ortiz, Owusu, Park, Patel,
    Perez, Petrov, Popov, Putin, Rahman, Ramirez, Reyes, Rivera, Roberts, Romney, Rossi, Rubio,
    Russo, Sanchez, Sanders, Santos, Sato, Schmidt, Schneider, Sharma, Shevchenko, Silva, Singh,
    Smirnov, Smith, Suzuki, Takahashi, Taylor, Torres, Trump, Turner, Usman, Volkov, Walker,
    Wang, Weber, Williams, Wilson, Wright, Yamamoto, Yilmaz, Young, Zhang, Zimmermann, Zuma,
    """
)
