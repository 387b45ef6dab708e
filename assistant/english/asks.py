"""How English asks: which words of a question say what is wanted, and how Chinese would ask it."""

from __future__ import annotations

import re

from assistant.english.pieces import Kind, Row, fixed

NUMBERS = {
    "two": "两",
    "three": "三",
    "four": "四",
    "five": "五",
    "six": "六",
    "seven": "七",
    "eight": "八",
    "nine": "九",
    "ten": "十",
    "twelve": "十二",
}
_LEADS = (
    r"(?:leads?|led|leading|is|are|was|in charge|responsible|heads?|takes? the lead|runs?|"
    r"oversees?|handles?|supervises?|coordinates?)"
)
_BODY = (
    r"(?:departments?|agenc(?:y|ies)|bod(?:y|ies)|authorit(?:y|ies)|bureaus?|bureaux|offices?|"
    r"ministr(?:y|ies)|commissions?|government units?|units?|organi[sz]ations?)"
)


def _which_number(match: re.Match[str]) -> str:
    return f"有哪{NUMBERS[match['n'].lower()]}个"


ASKS: tuple[Row, ...] = (
    (Kind.ROLE, r"appl(?:y|ies|ied|ying) for", fixed("申报")),
    (Kind.BREAK, r"(?:take|takes|took|taking) (?:place|part)", fixed(",")),
    (Kind.BREAK, r"(?:by|in terms of) (?:the )?numbers? of", fixed(",")),
    (
        Kind.ASK,
        r"(?:what (?:is|was|are|were) )?the (?:exact |total |maximum |minimum )?amounts? of",
        fixed("是多少钱"),
    ),
    (Kind.ASK, r"how many (?:people|persons|individuals|men|staff|employees)", fixed("有多少人")),
    (Kind.ASK, r"how many square met(?:er|re)s(?: is| are)?", fixed("是多少平方米")),
    (Kind.ASK, r"how many yuan", fixed("是多少元")),
    (Kind.ASK, r"how many years|how many-year", fixed("是几年")),
    (Kind.ASK, r"how many (?:calendar |working |business )?days", fixed("是多少天")),
    (Kind.ASK, r"how many (?:percentage )?points", fixed("是几个百分点")),
    (Kind.ASK, r"how many (?:percent|per cent)", fixed("比例是多少")),
    (
        Kind.ASK,
        r"how many|(?:what (?:is|was|are|were|will be) )?the (?:total |overall |target )?numbers? of|number of",
        fixed("有多少个"),
    ),
    (Kind.ASK, r"(?:by )?how much of", fixed("比例是多少")),
    (Kind.ASK, r"how much (?:money|funding|cash)(?! for)", fixed("有多少钱")),
    (Kind.ASK, r"by how much", fixed("到底是多少")),
    (Kind.ASK, r"how much|how (?:large|big|high|low)", fixed("是多少")),
    (Kind.ASK, r"how long(?: does it take)?", fixed("是多久")),
    (Kind.ASK, r"how soon|how early|how late", fixed("是什么时候")),
    (
        Kind.ASK,
        r"(?:at |by )?(?:(?:what|which) (?:is |was |are |will be )?(?:the )?(?:minimum |maximum |overall |total )?)"
        r"(?:percentage|percent|per cent|share|proportion|fraction|ratio)s?(?: of)?",
        fixed("比例是多少"),
    ),
    (Kind.ASK, r"over what percent(?:age)?|above what percent(?:age)?", fixed("超过百分之多少")),
    (Kind.ASK, r"(?:at |by )?what (?:is the )?rate(?! of)|what tax rate", fixed("税率是多少")),
    (Kind.ASK, r"(?:by |in |since |until )?(?:what|which) year(?: is| was)?", fixed("是哪一年")),
    (
        Kind.ASK,
        r"(?:by |until )?when|(?:on )?(?:what|which) (?:date|day|time|month)",
        fixed("是什么时候"),
    ),
    (
        Kind.ASK,
        r"what (?:is|was) the (?:application )?deadline(?: for)?",
        fixed("截止时间是什么时候"),
    ),
    (
        Kind.ASK,
        r"who (?:issued|published|released|promulgated|wrote|drafted)",
        fixed("是谁发布的"),
    ),
    (
        Kind.ASK,
        rf"which (?:\w+ ){{0,3}}?(?:departments|agencies|bodies|authorities|bureaus|ministries|commissions)"
        rf"(?: {_LEADS})*(?: (?:responsibility|for))*",
        fixed("由哪些部门负责"),
    ),
    (
        Kind.ASK,
        rf"(?:by )?(?:which|what) (?:\w+ ){{0,3}}?{_BODY}(?: {_LEADS})*(?: for)?",
        fixed("由哪个部门牵头负责"),
    ),
    (
        Kind.ASK,
        r"who (?:heads?|chairs?|leads?|is (?:the )?(?:head|chair|leader) of)"
        r"(?=[^.?;]*\b(?:groups?|committees?|headquarters|task force)\b)",
        fixed("的组长由谁担任"),
    ),
    (
        Kind.ASK,
        r"who(?:'s| is| are| was)? (?:lead(?:s|ing)?|responsible(?: for)?|in charge(?: of)?|heads?|takes? the lead"
        r"(?: in| on)?|manag(?:es|ing)|runs?|oversees?|supervis(?:es|ing)|to (?:lead|run))",
        fixed("由哪个部门牵头负责"),
    ),
    (
        Kind.ASK,
        r"who (?:can|may|is eligible(?: for)?|qualifies(?: for)?|is entitled(?: to)?)",
        fixed("哪些人可以"),
    ),
    (
        Kind.ROLE,
        r"(?:is |are )?(?:takes? the lead(?: in| on)?|leads|(?:led|headed|run|supervised) by|leads? the way|"
        r"in charge of|responsible for|oversees|supervises|takes? charge of)",
        fixed("牵头"),
    ),
    (Kind.ASK, r"who(?:'s| is| was| are| were)|whom|whose", fixed("是谁")),
    (Kind.ASK, r"who", fixed("由谁负责")),
    (
        Kind.ASK,
        r"(?:in )?(?:which|what) (?:\w+ )?(?:places?|locations?|cit(?:y|ies)|count(?:y|ies)|towns?|regions?|districts?)",
        fixed("的市有哪些"),
    ),
    (Kind.ASK, r"where", fixed("在哪里")),
    (
        Kind.ASK,
        rf"(?:which|what)(?: are)?(?: the)? (?P<n>{'|'.join(NUMBERS)})(?![ -]year)",
        _which_number,
    ),
    (
        Kind.ASK,
        r"(?:what |where (?:do|does|did|is|was) (?:it|they|this) )?rank(?:s|ed|ing)?|what (?:place|position)",
        fixed("排名第几"),
    ),
    (
        Kind.ASK,
        r"(?:what(?:'s| is) (?:the |your )?)?(?:phone|telephone|contact|hotline)(?: numbers?)?|e-?mail(?: address)?",
        fixed("联系电话是多少"),
    ),
    (
        Kind.ASK,
        r"how (?:can|do|should|to|could|may)(?: i| we| firms?| companies| one)? (?:apply|register|sign up)(?: for)?",
        fixed("怎么申请"),
    ),
    (
        Kind.ASK,
        r"what (?:kinds? of |sorts? of |forms? of )?(?:support|help|assistance|benefits?|incentives?|preferential polic(?:y|ies)|aid)",
        fixed("有哪些支持政策"),
    ),
    (
        Kind.ASK,
        r"(?:what|which) (?:kind|sort|type|form)s? of|(?:for|on|at|from) which(?! \w+ (?:department|bod|agenc|year))",
        fixed("有哪些"),
    ),
    (
        Kind.ASK,
        r"what (?:are the |is the )?(?:requirements?|conditions?|criteria|eligibility)(?: (?:for|to))?",
        fixed("要符合什么条件"),
    ),
    (Kind.ASK, r"what (?:measures|steps|actions|policies|tasks)", fixed("有哪些措施")),
    (
        Kind.ASK,
        r"what (?:is|was|are|were) (?:\w+ ){0,2}?(?:doing|done)|what (?:does|do|did|will) (?=.+ (?:do|plan to do|say|offer|provide|require|promise|propose|suggest|stipulate|foresee)\b)",
        fixed("有什么规定"),
    ),
    (
        Kind.ASK,
        r"what(?: is| are|'s) meant by|(?:explain|define)(?: the term)?|(?:the )?definition of|meaning of",
        fixed("指什么"),
    ),
    (
        Kind.ASK,
        r"what (?:does|do|did) (?=.+ (?:mean|stand for|refer to|consist|include|comprise|contain|cover)\b)",
        fixed("指什么"),
    ),
    (
        Kind.ASK,
        r"(?:what are|what were|which|list|name|enumerate|give me)(?: me)?(?: all)?(?: of)?(?: the)?",
        fixed("有哪些"),
    ),
    (Kind.ASK, r"how (?:does|do|did|will|can|could|are|is|should|would|may|to)", fixed("怎么做")),
    (Kind.ASK, r"why", fixed("为什么")),
    (Kind.ASK, r"what (?:about)|how about", fixed("呢")),
    (
        Kind.ASK,
        r"(?:tell me |show me )?what(?:'s| is| was| were| will be| are| does| do| did)?",
        fixed("是什么"),
    ),
    (
        Kind.GOAL,
        r"(?:aims?|plan(?:s|ned|ning)?|intends?|wants?|expects?|hopes?|seeks?|going|due|supposed|meant|committed) (?:to|for)(?: have| reach| be| become)?|"
        r"plan(?:s|ned|ning)?(?=\s*\?| by| in 20)|aim(?:s|ed|ing)?(?: for| at)?|(?:should|will|shall|planned|wants?|expects?|expected)",
        fixed("打算"),
    ),
    (
        Kind.REPORT,
        r"(?:did|had|was|were|have been|has been|actually|already|so far|currently|to date|at present|now)\b",
        fixed("目前"),
    ),
)
