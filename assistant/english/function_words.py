"""English words that say nothing of what a policy question is about."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """
    a an the of in on at to for by with from and or nor but so yet as if than then that this these those there
    here it its itself he she his her him they them their theirs i me my mine we us our ours you your yours one ones
    is are was were be been being am do does did done doing have has had having can could will would shall should may
    might must need needs needed not no yes any some all each every both either neither other another such same own
    what which who whom whose how when where why while whether because since until though although unless
    very too also just only even still already again ever never often usually always about around over under above below
    between among across through during before after into onto out off up down upon within without along against toward
    towards via per plus like unlike except besides instead rather almost nearly exactly roughly approximately
    please tell know want wants wanted wish would like help let lets make makes made making get gets got getting give
    gives given giving take takes took taken taking put puts go goes going went gone come comes came see seen say says
    said saying ask asks asked show shows shown mean means meant find found look looks looking keep keeps kept use used
    using uses call called calls name named names set sets hold holds held happen happens happened seem seems
    thing things something anything everything nothing someone anyone everyone somebody way ways kind kinds sort sorts
    type types lot lots bit much many more most less least few several enough various certain particular specific
    exact actual actually current currently present now today exactly really true right correct
    according accordance terms regard regards regarding concerning relation respect case cases example
    under document documents text official stated states state mention mentions mentioned describe describes described
    refer refers referred include includes included including consist consists comprise comprises contain contains
    order ordered sake concrete concretely detail details detailed main mainly major key overall total whole entire full
    new old good bad big small large high low great long short first second third last next early late
    well better best worse such able allow allows allowed possible possibly available considered
    become becomes became stand stands done carry carries carried carrying bring brings brought start starts started
    begin begins began run runs ran running turn turned turns work works worked working serve serves served
    plan plans planned planning aim aims aimed intend intends intended hope hopes expect expects expected
    receive receives received obtain obtains obtained have pay pays paid spend spends spent spending
    make up number numbers amount amounts level levels part parts side sides area areas field fields
    there's what's who's isn't aren't doesn't don't didn't won't can't let's i'm we're it's that's
    mr mrs dear hi hello hey thanks thank sir madam question wondering curious
    owned others ours mine yours else together back away ahead
    """.split()
)
