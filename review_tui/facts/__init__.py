"""What minutes and notes state, as values: read from each clause, linked, and compared.

``reader`` reads the values of a clause (each kind as ``reading`` has it), ``mentions`` whom it names; ``links`` says which jottings a clause of the
draft was written from; ``pair`` keeps all of it for one draft and its notes, read once. What is compared stands
in a module each: values, people, movers, opposites, what was left out, periods, votes, sums. All of it is pure
and says what disagrees as a ``Clash``; the checks put that in words.
"""
