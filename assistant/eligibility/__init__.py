"""Which support an enterprise can have: a Profile held against the conditions of every Measure.

Read in this order: profile.py (what is known), describe.py (free text → Profile), plain.py (why only
what is wholly understood counts), conditions.py, beneficiary.py and provisos.py (one condition → a Finding), verdict.py (a Measure → an Item), check.py (all of them →
a Checklist), ask.py (the question that decides most). Nothing here needs an index or a model.
"""
