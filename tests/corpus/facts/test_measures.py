"""Support: for whom, on what conditions, what, how much and how firmly."""

from __future__ import annotations

import time

import pytest

from corpus.facts.measures.amounts import find_amount
from corpus.models import Measure
from tests.corpus.facts.texts import facts_of, parsed, real

Row = tuple[str | None, tuple[str, ...], str | None, str | None]


def row(fact: Measure) -> Row:
    """Beneficiary, conditions, amount and strength."""
    return fact.beneficiary, fact.conditions, fact.amount, fact.strength


def of_clause(document_id: str, marker: str) -> list[Measure]:
    document = real(document_id)
    return [m for m in document.facts.measures if document.clauses[m.clause].marker == marker]


def test_the_voucher_clause_of_003_has_four_measures() -> None:
    measures = of_clause("003", "（二十一）")
    assert [row(m) for m in measures] == [
        ("科技型中小微企业", ("在创新券管理系统中完成信息注册和审核的",), "5万元创新券", "发放"),
        ("其", (), None, "支持"),
        ("各类科技创新团队", (), None, "支持"),
        ("民营企业科技创新团队", (), "不少于50%", "不少于"),
    ]
    assert measures[0].quote == (
        "对在创新券管理系统中完成信息注册和审核的科技型中小微企业，即发放5万元创新券"
    )
    assert measures[1].notes == ("其：科技型中小微企业",)


def test_the_pay_clause_of_003_keeps_may_apart_from_encouragement() -> None:
    assert [row(m) for m in of_clause("003", "（二十八）")] == [
        (
            "高校、科研院所和医院等事业单位",
            ("实行财政工资总量包干改革的",),
            "无收入全额事业单位绩效工资总量5倍的范围内",
            "可",
        ),
        (None, (), None, "不计入"),
        ("科研机构、高校", (), None, "可"),
        ("课题负责人、骨干技术人员和研发团队", (), "科技成果转化净收入的70%以上", "可"),
        ("高层次人才", (), None, "试点探索"),
        ("地方", ("有条件的",), None, "鼓励"),
        ("其子女", (), None, "纳入"),
    ]


def test_the_money_clause_of_003_binds_each_rate_to_its_object() -> None:
    measures = of_clause("003", "（三十三）")
    assert [row(m) for m in measures] == [
        ("民营企业科技成果转化项目", (), "支持比例不低于资金总量的50%", "给予"),
        ("民办众创空间和民办科技企业孵化器", (), "达到50%以上", "倾斜"),
        ("省级“双创”示范基地", ("认定的",), None, "给予"),
    ]
    assert measures[2].quote == "对于认定的省级“双创”示范基地，省级财政给予资金支持"


def test_the_tax_clause_of_000_has_its_conditions_and_rates() -> None:
    taxes = [m for m in real("000").facts.measures if "税" in m.quote and "科技" not in m.quote]
    assert [row(m) for m in taxes] == [
        (None, (), None, "落实"),
        (
            "企业",
            ("开展研发活动中实际发生的研发费用", "未形成无形资产计入当期损益的"),
            "实际发生额的75%",
            "加计扣除",
        ),
        ("高新技术企业", ("国家需要重点扶持的",), "减按15%的税率", "减按"),
        ("增值税一般纳税人", ("销售其自行开发生产的软件产品",), "超过3%的部分", "实行"),
    ]


def test_a_report_counts_what_it_did_and_that_is_no_measure() -> None:
    text = (
        "一、工作进展情况\n（一）金融支持。支持120家企业完成技术改造。已对企业发放补助300万元。\n"
    )
    assert facts_of(text, "2023年工作情况汇报").measures == ()


def test_support_that_a_report_states_as_standing_is_a_measure() -> None:
    text = (
        "一、工作进展情况\n（一）金融支持。鼓励小额贷款公司向科技企业放款，完成了年度评审工作。"
        "设立多只引导基金支持科技企业发展。\n"
    )
    assert [row(m) for m in facts_of(text, "2023年工作情况汇报").measures] == [
        ("小额贷款公司", (), None, "鼓励"),
        ("科技企业", (), None, "支持"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "对获得国家级认定的平台给予奖补，最高3000万元。",
            ("平台", ("获得国家级认定的",), "最高3000万元", "给予"),
        ),
        (
            "对首次通过认定的企业，市级财政一次性奖励20万元。",
            ("企业", ("首次通过认定的",), "20万元", "奖励"),
        ),
        (
            "鼓励企业实施技术改造，省级按照设备购置额的10%给予奖补，最高500万元。",
            ("企业", ("实施技术改造",), "设备购置额的10%；最高500万元", "给予"),
        ),
        ("鼓励有条件的企业设立研发机构。", ("企业", ("有条件的",), None, "鼓励")),
        (
            "对企业引进先进技术成果的，按技术合同成交额的5%给予补助。",
            ("企业", ("引进先进技术成果的",), "技术合同成交额的5%", "给予"),
        ),
        (
            "年满60周岁，具有本市户籍的居民，享受半价优惠。",
            ("居民", ("年满60周岁", "具有本市户籍的"), None, "享受"),
        ),
        ("新增用地指标优先安排重点产业项目。", ("重点产业项目", (), None, "优先")),
        (
            "企业招用高校毕业生，签订1年以上劳动合同的，按每人1500元的标准发放扩岗补助。",
            ("企业", ("招用高校毕业生", "签订1年以上劳动合同的"), "每人1500元", "发放"),
        ),
        (
            "支持符合条件的毕业生申请最高30万元创业担保贷款，由财政给予贴息。",
            ("毕业生", ("符合条件的",), "最高30万元", "支持"),
        ),
        ("高校可自主决定成果转化收益分配。", ("高校", (), None, "可")),
    ],
)
def test_promises_of_other_documents_are_read(sentence: str, expected: Row) -> None:
    (fact,) = facts_of(f"一、主要措施\n（一）加大支持。{sentence}\n").measures
    assert row(fact) == expected


def test_amounts_that_differ_by_grade_stay_together() -> None:
    text = (
        "一、措施\n（一）认定奖励。对通过3A、4A级评估的企业，分别给予一次性奖补50万元、100万元。\n"
    )
    (fact,) = facts_of(text).measures
    assert fact.amount == "50万元、100万元"
    assert fact.conditions == ("通过3A、4A级评估的",)


def test_a_sentence_with_two_promises_gives_two_measures() -> None:
    text = "一、措施\n（一）支持上市。支持符合条件的企业在境内上市，对成功上市的企业给予奖励100万元。\n"
    first, second = facts_of(text).measures
    assert row(first) == ("企业", ("符合条件的",), None, "支持")
    assert first.quote == "支持符合条件的企业在境内上市"
    assert row(second) == ("企业", ("成功上市的",), "100万元", "给予")


@pytest.mark.parametrize(
    "sentence",
    [
        "违反本办法规定的，处1万元以下罚款。",
        "完善人才评价机制。",
        "对弄虚作假的单位，追缴已发放的补助资金。",
        "加强培训，提高服务水平。",
        "目标责任考核结果予以公布。",
    ],
)
def test_sentences_that_promise_nothing_are_no_measures(sentence: str) -> None:
    assert facts_of(f"一、主要措施\n（一）加强管理。{sentence}\n").measures == ()


def test_the_bracket_of_responsible_bodies_is_no_part_of_a_measure() -> None:
    document = parsed("一、措施\n（一）补助。对孵化器给予补助。（市财政局牵头负责）\n")
    (fact,) = document.facts.measures
    assert fact.quote == "对孵化器给予补助"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("加大对专精特新企业的信贷支持力度。", ("专精特新企业", (), None, "支持")),
        ("对冷链物流项目加大金融服务力度。", ("冷链物流项目", (), None, "加大")),
        ("加强对基层创新活动的奖励力度。", (None, (), None, "奖励")),
        ("免费为创业者提供场地和法律咨询服务。", ("创业者", (), None, "提供")),
        ("将财政资金向县域中小企业倾斜。", ("县域中小企业", (), None, "倾斜")),
        ("推动公共实验室向初创企业开放共享。", ("初创企业", (), None, "开放共享")),
        ("赋予科研团队更大经费使用自主权。", ("科研团队", (), None, "赋予")),
        ("落实职业院校岗位聘用自主权。", ("职业院校", (), None, "落实")),
        ("解决引进人才的子女入学问题。", ("子女", ("引进人才的",), None, "解决")),
        ("设立小微企业信贷专项资金。", ("小微企业", (), None, "设立")),
        ("建立中小企业贷款风险补偿资金池。", ("中小企业", (), None, "建立")),
        ("对内外资企业在用地政策上一视同仁。", ("内外资企业", (), None, "一视同仁")),
        (
            "以链主企业为重点，在土地、能耗等方面加大扶持力度。",
            ("链主企业", (), None, "扶持"),
        ),
        ("引导优质要素向产业园区集聚。", ("产业园区", (), None, "引导")),
        ("鼓励集群企业供需对接。", ("集群企业", (), None, "鼓励")),
        ("支持东湖高新区升级为国家级高新区。", ("东湖高新区", (), None, "支持")),
        ("扶持一批市级农业星创天地。", ("市级农业星创天地", (), None, "扶持")),
        ("鼓励和引导各类民间资金参与养老项目。", ("各类民间资金", (), None, "鼓励和引导")),
        ("支持在临港开发区设立保税仓库。", ("临港开发区", (), None, "支持")),
        ("采购人可依法采用询价方式采购。", ("采购人", (), None, "可")),
        (
            "将符合条件的村医纳入养老保险补贴范围，按规定将其子女纳入助学范围。",
            None,
        ),
        ("一般登记费全额资助。", (None, (), "全额", "资助")),
        (
            "年满70周岁的老年人持本人身份证乘坐公共汽车，享受免费优待。",
            ("老年人", ("年满70周岁的", "持本人身份证乘坐公共汽车"), None, "享受"),
        ),
        (
            "公立医院对持优待证的老年人应当减收诊查费。",
            ("老年人", ("持优待证的",), None, "减收"),
        ),
        (
            "符合援助条件的老年人办理公证的，公证机构应当减免公证费。",
            ("老年人", ("符合援助条件的", "办理公证的"), None, "减免"),
        ),
    ],
)
def test_support_is_known_by_its_form(sentence: str, expected: Row | None) -> None:
    facts = facts_of(f"一、主要措施\n（一）加大支持。{sentence}\n").measures
    if expected is None:
        assert [(m.beneficiary, m.strength) for m in facts][-1] == ("其子女", "纳入")
    else:
        assert [row(m) for m in facts] == [expected]


def test_good_faith_is_relieved_under_its_conditions() -> None:
    text = (
        "一、措施\n（一）容错。对改革试点单位负责人出现偏差的，只要程序合规，不作负面评价，"
        "依法依规免除相关责任。\n"
    )
    (fact,) = facts_of(text).measures
    assert row(fact) == ("改革试点单位负责人", ("出现偏差的", "只要程序合规"), None, "不作负面评价")


def test_support_without_a_name_is_for_whom_the_heading_raises() -> None:
    text = "一、措施\n（一）培育独角兽企业\n实行“一企一策”和专班服务。\n"
    (fact,) = facts_of(text).measures
    assert row(fact) == (None, (), None, "一企一策")
    assert fact.notes == ("受益对象承前文：独角兽企业",)


def test_support_goes_on_for_whom_the_sentence_named() -> None:
    text = "一、措施\n（一）购买服务。支持行业协会提供检测服务，支持承接政府培训项目。\n"
    first, second = facts_of(text).measures
    assert row(first) == ("行业协会", (), None, "支持")
    assert row(second) == (None, (), None, "支持")
    assert second.notes == ("受益对象承前文：行业协会",)


@pytest.mark.parametrize(
    ("benefit", "amount"),
    [
        ("一次性奖励10万元", "10万元"),
        ("分别给予50万元、30万元、20万元奖励", "50万元、30万元、20万元"),
        ("每家每年最高不超过100万元", "每家每年最高不超过100万元"),
        ("按贷款利息的50%给予贴息", "贷款利息的50%"),
        ("给予贷款利息50%的贴息", "贷款利息50%"),
        ("3年内免租", "3年内免租"),
        ("最高1000元/月的补贴", "最高1000元/月"),
        ("按投资额的10%给予补助，单个企业最高50万元", "投资额的10%；单个企业最高50万元"),
        ("每人每月补贴800元", "每人每月补贴800元"),
        ("给予100—300万元资助", "100—300万元"),
        ("给予二十万元奖励", "二十万元"),
        ("提供最高300万元的信用贷款", "最高300万元"),
        ("实际完成投资1000万元的项目给予倾斜", None),
        ("发放创业贷款，融资担保业务比重达80%以上", None),
    ],
)
def test_an_amount_is_bound_to_its_object(benefit: str, amount: str | None) -> None:
    assert find_amount(benefit) == amount


def test_what_the_clause_shuts_out_belongs_to_its_measures() -> None:
    text = (
        "一、奖励标准\n（一）资质奖励。对新认定的检测机构给予20万元奖励，已获得市级奖励的不再重复奖励。"
        "除涉密单位外，对备案的检测机构给予5万元补助。\n（二）评估奖励。对优秀检测机构给予10万元奖励。\n"
    )
    measures = facts_of(text).measures
    assert [m.exclusions for m in measures] == [
        ("已获得市级奖励的不再重复奖励",),
        ("除涉密单位外", "已获得市级奖励的不再重复奖励"),
        (),
    ]


def test_where_to_apply_is_read_from_the_clause() -> None:
    text = (
        "一、补贴\n（一）社保补贴。对吸纳毕业生的企业给予社保补贴。企业应当向区人力资源社会保障局提出申请。\n"
        "（二）培训补贴。对参训职工给予培训补贴，由市就业服务中心受理。\n（三）见习补贴。对见习基地给予补贴。\n"
    )
    assert [m.apply_to for m in facts_of(text).measures] == [
        "区人力资源社会保障局",
        "市就业服务中心",
        None,
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "申请人应当按规定重新提交减缴请求。",
        "对弄虚作假骗取补贴的，依法追究刑事责任。",
        "同一项目不得重复享受补助。",
        "具有为残疾人提供优惠服务义务的单位未履行义务的，由主管部门予以处理。",
        "个人对结果有异议的，可以向主管部门申请复核。",
        "培养享受政府特殊津贴的高层次人才。",
        "税务机关应按规定及时办理退税手续。",
        "加大对违法行为的打击力度。",
        "引导新产业集聚发展。",
        "每年支持30名左右优秀青年人才。",
        "落实各项激励政策。",
    ],
)
def test_duties_procedures_and_exclusions_are_no_measures(sentence: str) -> None:
    assert facts_of(f"一、主要措施\n（一）加强管理。{sentence}\n").measures == ()


@pytest.mark.parametrize(
    "unit", ["支持在企业", "为企业提供", "支持设立基金", "不得重复享受。给予企业补助。", "的企业可"]
)
def test_many_forms_in_a_row_stay_cheap(unit: str) -> None:
    started = time.perf_counter()
    facts_of("一、主要措施\n" + unit * (20_000 // len(unit)) + "\n")
    assert time.perf_counter() - started < 10.0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "国家鼓励、支持农业合作社在种子改良中发挥作用。",
            ("农业合作社", (), None, "鼓励、支持"),
        ),
        (
            "市、区两级农业部门支持符合条件的孵化器申报示范单位。",
            ("孵化器", ("符合条件的",), None, "支持"),
        ),
        ("市教育局支持企业开办实训车间。", ("企业", (), None, "支持")),
        ("引导民间资本投向康养服务领域。", ("民间资本", (), None, "引导")),
        ("鼓励和支持中小微与外资企业职称申报。", ("中小微与外资企业", (), None, "鼓励和支持")),
        ("鼓励养殖企业做优主业。", ("养殖企业", (), None, "鼓励")),
        ("重点支持种质攻关、示范应用等项目。", ("种质攻关、示范应用等项目", (), None, "重点支持")),
        ("带动社会资本支持种业重点企业。", ("种业重点企业", (), None, "支持")),
        ("国家保障残疾人依法参与社会生活。", ("残疾人", (), None, "保障")),
        (
            "罚没案件查实的，在3个月内给予举报人500元奖励。",
            ("举报人", ("罚没案件查实的",), "500元", "给予"),
        ),
        (
            "罚款金额低于800元的案件，给予举报人300元奖励。",
            ("举报人", ("罚款金额低于800元的案件",), "300元", "给予"),
        ),
        (
            "对经费支出经审核符合条件的技改投入，可根据规定视同利润加回。",
            ("技改投入", ("经费支出经审核符合条件的",), None, "可"),
        ),
        (
            "对企业新购置的检测设备，给予30%的补贴。",
            ("企业", ("新购置的检测设备",), "30%", "给予"),
        ),
        (
            "针对未来能源等领域，新建一批中试平台，支持金额最高可至2000万元。",
            ("中试平台", (), "最高可至2000万元", "支持"),
        ),
        (
            "对评价突出的工作站给予后补助，支持金额不超过200万元/年。",
            ("工作站", ("评价突出的",), "不超过200万元/年", "给予"),
        ),
        (
            "支持建设市级育种基地，择优给予每个不超过90万元的资金支持。",
            ("市级育种基地", (), "每个不超过90万元", "给予"),
        ),
        (
            "对承租国有房屋的小微企业，免除3个月租金、减半收取6个月租金。",
            ("小微企业", ("承租国有房屋的",), "免除3个月租金；减半收取6个月租金", "免除"),
        ),
        (
            "担保机构为农户提供融资担保，按照业务发生额的0.5%给予补助。",
            ("担保机构", ("为农户提供融资担保",), "业务发生额的0.5%", "给予"),
        ),
        (
            "获得省级质量奖的单位，市级财政按省级奖励额度的1:1给予配套奖励。",
            ("单位", ("获得省级质量奖的",), "省级奖励额度的1:1", "奖励"),
        ),
        (
            "新引进的全日制博士研究生，连续三年每人每月发放1800元租房补贴。",
            ("全日制博士研究生", ("新引进的",), "每人每月发放1800元", "发放"),
        ),
        (
            "企业近三年未发生安全事故，且研发占比不低于4%的，可申请最高180万元补助。",
            ("企业", ("近三年未发生安全事故", "且研发占比不低于4%的"), "最高180万元", "可"),
        ),
        (
            "退役军人自主创业的，三年内按每户每年2万元限额依次扣减增值税。",
            ("退役军人", ("自主创业的",), "每户每年2万元", "扣减"),
        ),
        ("专家子女可在全市范围内选择公办学校就读。", ("专家子女", (), None, "可")),
        (
            "每建成一个充电站给予运营商1万元补助。",
            ("运营商", ("每建成一个充电站",), "1万元", "给予"),
        ),
        (
            "孵化器应当将不少于20%的场地免费提供给毕业生。",
            ("毕业生", (), "不少于20%", "提供"),
        ),
    ],
)
def test_subjects_cases_and_receivers_are_told_apart(sentence: str, expected: Row) -> None:
    (fact,) = facts_of(f"一、主要措施\n（一）加大支持。{sentence}\n").measures
    assert row(fact) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "为激发活力，支持企业发展，现提出如下措施。",
        "罚款金额应当上缴国库，违者处2000元罚款。",
        "登记机关应当为申请人提供咨询服务。",
        "鼓励高等学校深化教学改革，提高育人质量。",
        "涉及向地方开放系统接口的，要抓紧按程序办理。",
        "加快管网建设，实现全域覆盖，为用户提供供热服务。",
        "经有关部门允许，企业方可开展经营活动。",
        "在安全生产方面采取有力措施。",
        "补贴由审批部门根据核查情况进行奖励。",
        "支持金额由评审委员会确定。",
    ],
)
def test_preambles_aims_and_duties_of_offices_are_no_measures(sentence: str) -> None:
    assert facts_of(f"一、主要措施\n（一）加强管理。{sentence}\n").measures == ()


def test_a_deduction_and_an_additional_deduction_are_two_measures() -> None:
    text = (
        "一、措施\n（一）税收优惠。企业捐赠乡村教育的支出，在计算应纳税所得额时，按照实际发生额在税前扣除，"
        "并可按照80%在税前加计扣除。\n"
    )
    first, second = facts_of(text).measures
    assert row(first) == ("企业", (), None, "税前扣除")
    assert row(second) == (None, (), "80%", "可")
    assert second.notes == ("受益对象承前文：企业",)


def test_the_cases_of_a_list_are_for_whom_its_lead_in_names() -> None:
    text = (
        "第一条 对符合条件的举报人，按照以下标准给予资金奖励：\n"
        "（一）罚款金额在9万元以下的，按900元奖励；\n"
        "（二）罚款金额在9万元以上的，20万元以下的，按罚款金额的1%奖励。\n"
    )
    _, first, second = facts_of(text, "举报奖励办法").measures
    assert row(first) == (None, ("罚款金额在9万元以下的",), "900元", "奖励")
    assert row(second) == (
        None,
        ("罚款金额在9万元以上的", "20万元以下的"),
        "罚款金额的1%",
        "奖励",
    )
    assert first.notes == second.notes == ("受益对象承前文：举报人",)


def test_support_goes_on_for_whom_the_sentence_raises_or_uses() -> None:
    text = (
        "一、措施\n（一）创业。5年内重点扶持90个左右有潜力的创业项目，在登记注册等方面给予扶持。"
        "发挥骨干企业作用，鼓励联合开设实训基地。\n"
    )
    first, second = facts_of(text).measures
    assert first.quote == "在登记注册等方面给予扶持"
    assert first.notes == ("受益对象承前文：有潜力的创业项目",)
    assert second.quote == "鼓励联合开设实训基地"
    assert second.notes == ("受益对象承前文：骨干企业",)


def test_a_name_that_comes_later_in_the_sentence_is_nobody_to_go_on_for() -> None:
    text = "一、措施\n（一）平台。鼓励强化前沿合作研发，加快引进高端人才。\n"
    assert facts_of(text).measures == ()


def test_opening_to_whom_is_supported_is_a_measure_of_its_own() -> None:
    text = "一、措施\n（一）设施。支持有能力的农场承担攻关任务，向农场开放国家重大科研设施。\n"
    first, second = facts_of(text).measures
    assert row(first) == ("农场", ("有能力的",), None, "支持")
    assert row(second) == ("农场", (), None, "开放")


def test_measures_stand_below_main_tasks_but_not_below_goals() -> None:
    text = "一、发展目标\n支持企业建设平台。\n二、主要任务\n支持企业开展检测。\n"
    assert [m.quote for m in facts_of(text).measures] == ["支持企业开展检测"]


def test_who_is_excepted_behind_the_comma_is_an_exclusion() -> None:
    text = "一、措施\n（一）入库。对新入库的企业奖励20万元，列入失信名单的企业除外。\n"
    (fact,) = facts_of(text).measures
    assert fact.exclusions == ("列入失信名单的企业除外",)


@pytest.mark.parametrize(
    ("benefit", "amount"),
    [
        ("政府、企业按照1∶1比例共同出资", "1∶1比例"),
        ("支持金额最高可至3000万元", "最高可至3000万元"),
        ("贷款额度由20万元提高至30万元", "30万元"),
        ("首年免租金、次年租金减半", "首年免租金；次年租金减半"),
        ("提供1:500比例尺地形图", None),
    ],
)
def test_ratios_caps_and_raised_limits_are_amounts(benefit: str, amount: str | None) -> None:
    assert find_amount(benefit) == amount


@pytest.mark.parametrize(
    ("benefit", "amount"),
    [
        ("年上缴税金达到30万元以上，一次性给予10万元奖励", "10万元"),
        ("当年实到外资达到1000万美元的，再给予一次性奖励100万元", "100万元"),
        (
            "引进境外资金（200万美元以上）的中介机构，按实到外资的4‰给予奖励，最高30万元",
            "实到外资的4‰；最高30万元",
        ),
        ("给予50%的补助，每家企业最高20万元", "50%；每家企业最高20万元"),
        ("单个项目每年不超过300万元，连续支持3年", "单个项目每年不超过300万元"),
    ],
)
def test_a_threshold_in_another_clause_of_the_sentence_is_no_amount(
    benefit: str, amount: str
) -> None:
    assert find_amount(benefit) == amount


def test_what_is_paid_for_may_stand_where_whom_would() -> None:
    (measure,) = facts_of(
        "某措施\n一、仓储\n对仓库新增的设备购置费给予不超过50%的补助，每个项目最高补助30万元。\n"
    ).measures
    assert (measure.benefit, measure.amount) == (
        "给予不超过50%的补助，每个项目最高补助30万元",
        "不超过50%；每个项目最高补助30万元",
    )


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "对获得省级荣誉的商场奖励5万元，市级奖励2万元，县级奖励1万元。",
            [
                (None, ("获得省级荣誉的商场",), "5万元", "奖励"),
                (None, ("市级",), "2万元", "奖励"),
                (None, ("县级",), "1万元", "奖励"),
            ],
        ),
        (
            "自投产之日起，前两年给予70%的奖励，后三年给予40%的奖励。",
            [(None, ("前两年",), "70%", "给予"), (None, ("后三年",), "40%", "给予")],
        ),
        (
            "年销售达到300万元的奖励3万元，达到900万元的奖励9万元。",
            [
                (None, ("年销售达到300万元的",), "3万元", "奖励"),
                (None, ("达到900万元的",), "9万元", "奖励"),
            ],
        ),
        (
            "企业上市辅导备案后奖励90万元，成功上市后再奖励190万元。",
            [
                ("企业", ("上市辅导备案后",), "90万元", "奖励"),
                (None, ("成功上市后",), "190万元", "奖励"),
            ],
        ),
        (
            "分别给予新认定的市级茶叶基地30万元奖励，分别给予新设立的大师工作室8万元资助。",
            [
                ("市级茶叶基地", ("新认定的",), "30万元", "给予"),
                ("大师工作室", ("新设立的",), "8万元", "给予"),
            ],
        ),
        (
            "向在本县首购住房的硕士发放6万元补贴，向新落户的技师发放2万元补贴。",
            [
                ("硕士", ("在本县首购住房的",), "6万元", "发放"),
                ("技师", ("新落户的",), "2万元", "发放"),
            ],
        ),
        (
            "按投资额70万-90万美元奖励7万元，700万美元以上的，在市级政策基础上另奖励60万元。",
            [
                (None, (), "7万元", "奖励"),
                (None, ("700万美元以上的",), "60万元", "奖励"),
            ],
        ),
    ],
)
def test_each_case_with_a_verb_and_a_figure_of_its_own_is_a_measure(
    sentence: str, expected: list[Row]
) -> None:
    facts = facts_of(f"一、主要措施\n（一）加大支持。{sentence}\n").measures
    assert [row(fact) for fact in facts] == expected


def test_a_cap_behind_the_comma_belongs_to_its_measure() -> None:
    (fact,) = facts_of(
        "一、措施\n（一）参展。对参展企业奖励6万元，每家企业年度奖励最高不超过18万元。\n"
    ).measures
    assert row(fact) == ("参展企业", (), "6万元；每家企业年度奖励最高不超过18万元", "奖励")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "对种植面积30亩以上的农场，连续经营2年以上的，一次性奖励70元/亩。",
            ("农场", ("种植面积30亩以上的", "连续经营2年以上的"), "70元/亩", "奖励"),
        ),
        (
            "分馆首次入选的，给予投资方奖励40万元。",
            ("投资方", ("分馆首次入选的",), "40万元", "给予"),
        ),
        (
            "木雕企业外出参展的，按展位费的60%给予补助。",
            ("木雕企业", ("外出参展的",), "展位费的60%", "给予"),
        ),
        (
            "本县农户开办的家庭农场，在银行获取贷款用于种植的，可申请80%的贴息。",
            ("家庭农场", ("本县农户开办的", "在银行获取贷款用于种植的"), "80%", "可"),
        ),
        (
            "对外贸企业出口茶叶，每出口1美元奖励0.3元。",
            ("外贸企业", ("出口茶叶", "每出口1美元"), "0.3元", "奖励"),
        ),
        (
            "对获得田间学校称号，给予一次性3万元经费奖励。",
            (None, ("获得田间学校称号",), "3万元", "给予"),
        ),
        (
            "对规模较小的水利项目，鼓励民间资本参与运营。",
            ("民间资本", ("规模较小的水利项目",), None, "鼓励"),
        ),
        (
            "对具备条件的码头，民间资本持股比例可在30%以上。",
            ("民间资本", ("具备条件的码头",), "30%以上", "可"),
        ),
        (
            "严格按规定预留采购预算的45%以上专门面向中小企业采购。",
            ("中小企业", (), "预留采购预算的45%以上", "预留"),
        ),
        ("定期组织优秀村干部参加休假疗养。", ("优秀村干部", (), None, "组织")),
        (
            "入住人数不足8人的，安排运行经费不少于3万元/年。",
            (None, ("入住人数不足8人的",), "不少于3万元/年", "安排"),
        ),
        (
            "公立学校聘用的高层次人才，可不受岗位比例限制。",
            ("高层次人才", ("公立学校聘用的",), None, "可"),
        ),
        ("支持康复机器人产品纳入医保支付目录。", ("康复机器人产品", (), None, "支持")),
        (
            "缴纳社保1年以上的企业高管，照顾其子女入读公办小学。",
            ("其子女", ("缴纳社保1年以上的企业高管",), None, "照顾"),
        ),
        (
            "对进入绿色审查程序的第二类器械，落实专人辅导机制。",
            ("第二类器械", ("进入绿色审查程序的",), None, "落实"),
        ),
        (
            "鼓励龙头企业、合作社等推荐符合条件的农艺骨干进入人才库。",
            ("龙头企业、合作社等", (), None, "鼓励"),
        ),
        ("建立离任村干部生活补贴制度。", ("离任村干部", (), None, "建立")),
        ("支持更多民营农场加快数字化改造。", ("民营农场", (), None, "支持")),
        (
            "鼓励采购单位将预付款比例提高至合同金额的35%以上。",
            ("采购单位", (), "将预付款比例提高至合同金额的35%以上", "鼓励"),
        ),
        (
            "领导人员决策合规的，不因后续价值变化追究决策责任。",
            (None, (), None, "不"),
        ),
    ],
)
def test_whom_and_every_condition_are_read_before_the_verb(sentence: str, expected: Row) -> None:
    (fact,) = facts_of(f"一、主要措施\n（一）加大支持。{sentence}\n").measures
    assert row(fact) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "引导民营企业诚信守法经营，科学决策。",
        "加快公布向企业开放的大型仪器清单并动态更新。",
        "单个项目奖励最高不超过90万元。",
        "同一展会每家企业最多奖励6个展位。",
        "见习是指组织毕业生进入基地，享受政府补贴的制度。",
        "上述奖励支出由县财政另行安排。",
        "已享受其他优惠政策或财政补助的，不再享受奖励。",
    ],
)
def test_duties_lists_caps_and_definitions_are_no_measures(sentence: str) -> None:
    assert facts_of(f"一、主要措施\n（一）加大支持。{sentence}\n").measures == ()


@pytest.mark.parametrize(
    ("benefit", "amount"),
    [
        ("投资7000万元以上，实行“一事一议”", None),
        ("固定资产投资8亿元以上项目，优先保障用地", None),
        ("每出口1美元奖励人民币0.3元", "0.3元"),
        ("每年低于4000元的服务可全额抵用，超过4000元部分抵用60%", "60%"),
        ("按上级奖励1:1额度给予配套奖励", "上级奖励1:1"),
        ("可申请20万-80万的小额贷款", "20万-80万"),
        ("奖励60万元，投产后按60%、40%比例拨付", "60万元"),
        ("照顾其子女入读公办小学2人", "2人"),
        ("以月平均工资的60%为缴费基数，补贴9%", "9%"),
        ("给予药企3年60%的资金支持", "3年60%"),
    ],
)
def test_sizes_bases_and_payment_plans_are_no_amounts(benefit: str, amount: str | None) -> None:
    assert find_amount(benefit) == amount


def test_a_heading_names_whom_its_awards_are_for() -> None:
    (fact,) = facts_of(
        "一、措施\n（一）鼓励渔业企业更新设备。通过省级验收的，给予补助13万元。\n"
    ).measures
    assert row(fact) == (None, ("通过省级验收的",), "13万元", "给予")
    assert fact.notes == ("受益对象承前文：渔业企业",)


def test_many_cases_in_one_long_sentence_are_read_in_linear_time() -> None:
    def seconds(cases: int) -> float:
        body = "".join(f"第{n}类奖励{n}万元，" for n in range(10, 10 + cases))
        begin = time.perf_counter()
        facts_of(f"一、措施\n（一）加大支持。{body}对企业给予奖励。\n" * 6)
        return time.perf_counter() - begin

    seconds(10)
    assert seconds(400) < 60 * max(seconds(40), 0.01)


def test_a_long_run_of_names_and_verbs_without_a_comma_is_read_in_time() -> None:
    begin = time.perf_counter()
    facts_of(f"一、措施\n（一）加大支持。{'对企业' * 396}对企给予补助。\n")
    assert time.perf_counter() - begin < 2


def test_what_an_award_may_not_be_used_for_ends_the_promise() -> None:
    (fact,) = facts_of(
        "一、措施\n（一）发放补贴。对青苗企业，每年发放不超过5万元的补贴，不得用于偿还债务。\n"
    ).measures
    assert row(fact) == ("青苗企业", (), "每年发放不超过5万元", "发放")
    assert fact.quote == "对青苗企业，每年发放不超过5万元的补贴"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("吸引外商投资企业在本市设立研发中心。", [("外商投资企业", (), None, "吸引")]),
        ("吸引和培养一批高端人才来岭创业。", [("高端人才", (), None, "吸引")]),
        ("吸引800名学生来岭实习。", []),
        ("推动已上市企业开展并购。", [("已上市企业", (), None, "推动")]),
        ("推动企业标准上升为国家标准。", []),
        ("在市属企业推广混合转化模式。", [("市属企业", (), None, "推广")]),
        ("制定留学人员创业扶持政策。", [("留学人员", (), None, "制定")]),
        ("进一步完善鼓励扶持大学生创业的政策措施。", [("大学生", (), None, "完善")]),
        ("完善城市更新政策体系。", []),
    ],
)
def test_drawing_in_moving_and_setting_up_policies_are_support(
    sentence: str, expected: list[Row]
) -> None:
    assert [row(m) for m in facts_of(sentence).measures] == expected
