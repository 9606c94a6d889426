"""Reads question sets from their files and refuses every mistake by file and line."""

from collections.abc import Mapping

from toolkit.content.form import Field, read_fields, read_form
from toolkit.content.question import (
    Consent,
    InterestForm,
    Notice,
    Part,
    Programme,
    Purpose,
    Question,
    QuestionSet,
    Slide,
    VoteRule,
)
from toolkit.content.reading import Block, parse_block, unique
from toolkit.content.text import EMPTY
from toolkit.content.vocabulary import vocabulary
from toolkit.i18n import BUILT_IN

MOST = 7  # stations a carousel can have


def parse_question_set(text: str, file: str, name: str) -> QuestionSet:
    """The question set written in `text`; ContentError names the line."""
    block = parse_block(text, file)
    languages = _languages(block)
    organiser = block.need("organiser", Block)
    note_fields = read_fields(block, languages, "note_fields")
    questions = _questions(block, languages, note_fields)
    found = QuestionSet(
        name=name,
        title=block.text(languages, "title"),
        about=block.text(languages, "about"),
        languages=languages,
        no_answer=block.text(languages, "no_answer"),
        purposes=tuple(_purpose(each, languages) for each in block.blocks("purposes")),
        organiser=organiser.text(languages, "name"),
        contact=organiser.text(languages, "contact"),
        notice=_notice(block.need("notice", Block), languages),
        programme=_programme(block, languages),
        checkin=read_form(block.need("checkin", Block), languages),
        questions=questions,
        merge_plan=_merge_plan(block.need("merge_plan", Block), tuple(question.id for question in questions)),
        note_fields=note_fields,
        vote=_vote(block.need("vote", Block), languages),
        interest=_interest(block.need("interest", Block), languages),
        closing=read_form(block.need("closing", Block), languages),
    )
    _answered(block, found)
    return found


def _languages(block: Block) -> tuple[str, ...]:
    languages = block.words("languages")
    if not set(languages) & set(BUILT_IN):
        raise block.fault("“languages” must name sl or en, or both.", "languages")
    return languages


def _questions(block: Block, languages: tuple[str, ...], fields: tuple[Field, ...]) -> tuple[Question, ...]:
    known = {field.id: field for field in fields}
    found = [_question(each, languages, known) for each in block.blocks("questions")]
    if not 1 <= len(found) <= MOST:
        raise block.fault("There must be 1 to {most} questions, not {n}.", "questions", most=MOST, n=len(found))
    return unique(found, lambda question: question.id, block, "questions")


def _question(block: Block, languages: tuple[str, ...], fields: Mapping[str, Field]) -> Question:
    for id in block.words("extra_fields"):
        if id not in fields:
            raise block.fault(
                "“{word}” is not among “note_fields”; add it there or remove it here.", "extra_fields", word=id
            )
    return Question(
        id=block.need("id", str),
        short=block.text(languages, "short"),
        text=block.text(languages),
        prompts=block.sentences(languages, "prompts"),
        example=block.text(languages, "example") if "example" in block else EMPTY,
        kinds=_known(block, "kinds", "note_kinds"),
        extra_fields=tuple(fields[id] for id in block.words("extra_fields")),
    )


def _known(block: Block, key: str, part: str) -> tuple[str, ...]:
    block.need(key, list)
    ids = {term.id for term in vocabulary().part(part)}
    for word in block.words(key):
        if word not in ids:
            raise block.fault(
                "“{word}” is not known here; use one of: {known}.", key, word=word, known=", ".join(sorted(ids))
            )
    if not block.words(key):
        raise block.fault("“{key}” is empty; name at least one.", key, key=key)
    return block.words(key)


def _merge_plan(block: Block, questions: tuple[str, ...]) -> Mapping[int, tuple[tuple[str, ...], ...]]:
    wanted = {str(count) for count in range(1, len(questions) + 1)}
    for count in sorted(wanted - set(block)):
        raise block.fault("The plan for {count} stations is missing; add it.", count=count)
    for count in sorted(set(block) - wanted):
        raise block.fault(
            "There are {n} questions; remove the plan for {count} stations.", count, n=len(questions), count=count
        )
    return {int(count): _plan(block, count, questions) for count in block}


def _plan(block: Block, count: str, questions: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    rows = block.need(count, list)
    if not all(isinstance(row, list) and row for row in rows) or len(rows) != int(count):
        raise block.fault("Write {count} lists of question ids, none of them empty.", count, count=count)
    placed = [str(id) for row in rows for id in row]
    for id in placed:
        if id not in questions:
            raise block.fault(
                "“{word}” is not known here; use one of: {known}.", count, word=id, known=", ".join(questions)
            )
    for id in questions:
        if placed.count(id) != 1:
            raise block.fault(
                "“{word}” must stand here exactly once, not {n} times.", count, word=id, n=placed.count(id)
            )
    return tuple(tuple(row) for row in rows)


def _purpose(block: Block, languages: tuple[str, ...]) -> Purpose:
    return Purpose(block.need("id", str), block.text(languages), block.words("answered_by"))


def _answered(block: Block, found: QuestionSet) -> None:
    known = {question.id for question in found.questions} | {"vote", "interest"}
    known |= {f"checkin.{field.id}" for field in found.checkin.fields}
    known |= {f"closing.{field.id}" for field in found.closing.fields}
    for purpose in block.blocks("purposes"):
        for name in purpose.words("answered_by"):
            if name not in known:
                raise purpose.fault("“{word}” is neither a question nor a field; correct it.", "answered_by", word=name)


def _notice(block: Block, languages: tuple[str, ...]) -> Notice:
    block.need("lines", Block)
    return Notice(block.text(languages, "title"), block.text(languages, "short"), block.sentences(languages, "lines"))


def _programme(block: Block, languages: tuple[str, ...]) -> Programme:
    slides = unique(
        (_slide(each, languages) for each in block.blocks("opening")), lambda slide: slide.id, block, "opening"
    )
    parts = unique(
        (_part(each, languages) for each in block.blocks("programme")), lambda part: part.id, block, "programme"
    )
    return Programme(slides, parts)


def _part(block: Block, languages: tuple[str, ...]) -> Part:
    return Part(block.need("id", str), block.text(languages), block.need("minutes", int))


def _slide(block: Block, languages: tuple[str, ...]) -> Slide:
    return Slide(
        id=block.need("id", str),
        title=block.text(languages, "title"),
        lines=block.sentences(languages, "lines"),
        notes=block.sentences(languages, "notes"),
        minutes=block.maybe("minutes", int, 0),
    )


def _vote(block: Block, languages: tuple[str, ...]) -> VoteRule:
    return VoteRule(
        title=block.text(languages, "title"),
        text=block.text(languages),
        intro=block.text(languages, "intro"),
        votable_kinds=_known(block, "votable_kinds", "note_kinds"),
        counted_apart=_known(block, "counted_apart", "stakeholder_types"),
    )


def _interest(block: Block, languages: tuple[str, ...]) -> InterestForm:
    form = read_form(block, languages)
    return InterestForm(
        title=form.title,
        intro=form.intro,
        fields=form.fields,
        rule=block.text(languages, "rule"),
        otherwise=block.text(languages, "otherwise"),
        consents=tuple(_consent(each, languages) for each in block.blocks("consents")),
        notice=block.text(languages, "notice"),
        kept_months=block.need("kept_months", int),
    )


def _consent(block: Block, languages: tuple[str, ...]) -> Consent:
    return Consent(
        id=block.need("id", str),
        text=block.text(languages),
        required=block.need("required", bool),
        version=block.maybe("version", int, 1),
    )
