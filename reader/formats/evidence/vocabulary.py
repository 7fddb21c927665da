"""Words that say by themselves what a label is: one who asks, one who answers, or no speaker at all."""

from typing import Final, Literal, TypeAlias

Hint: TypeAlias = Literal["asks", "answers", "not a speaker"]

_ASKS: Final = """
q|question|questions|qn|ques|interviewer|interviewers|the interviewer|host|co-host|cohost|moderator|the moderator|
reporter|reporters|the press|press|journalist|questioner|audience|audience member|audience question|
audience questions|member of the audience|caller|participant question|student|speaker from the floor|examiner|frage|
fragen|interviewerin|moderatorin|redaktion|reporterin|journalistin|publikum|question du public|journaliste|
animateur|animatrice|intervieweur|intervieweuse|pregunta|preguntas|entrevistador|entrevistadora|periodista|público|
moderador|moderadora|pergunta|perguntas|repórter|jornalista|domanda|intervistatore|intervistatrice|giornalista|
moderatore|vraag|vraagsteller|fråga|frågeställare|spørsmål|spørgsmål|intervjuer|kysymys|haastattelija|toimittaja|
pytanie|dziennikarz|otázka|kérdés|întrebare|soru|ερώτηση|вопрос|корреспондент|ведущий|ведущая|журналист|питання|問|
問い|問題|质问|質問|问|提问|提問|记者|記者|主持人|聞き手|インタビュアー|司会|문|질문|기자|진행자|سؤال|س|שאלה|ש|
"""

_ANSWERS: Final = """
a|answer|answers|ans|interviewee|the interviewee|guest|respondent|the witness|witness|antwort|antworten|réponse|
réponses|respuesta|respuestas|entrevistado|entrevistada|resposta|respostas|risposta|risposte|antwoord|svar|vastaus|
odpowiedź|odpověď|válasz|răspuns|cevap|απάντηση|ответ|відповідь|答|回答|答え|답|답변|대답|جواب|ج|תשובה|ת|
"""

_NEVER: Final = """
error|errors|look|yeah|okay|this is|that is|listen|remember|suggestion|
what|where|why|when|who|how|which|what's new|who's who|note|notes|nb|n.b|ps|p.s|pps|warning|caution|tip|tips|hint|
important|example|examples|e.g|i.e|for example|see|see also|source|sources|photo|photos|picture|image|images|credit|
credits|caption|video|audio|media|date|time|location|place|venue|address|phone|tel|fax|email|e-mail|website|web|url|
urls|link|links|price|cost|prep time|cook time|total time|serves|servings|yield|ingredients|method|directions|
difficulty|author|authors|by|written by|title|subject|re|from|to|cc|bcc|sent|reply-to|newsgroups|organization|
message-id|tags|tag|category|categories|keywords|filed under|posted|posted by|posted in|published|updated|
last updated|modified|edited|related|related articles|related stories|read more|more|also|also read|listen|watch|
download|step|part|chapter|section|figure|fig|table|page|pages|volume|issue|vol|contents|table of contents|summary|
abstract|introduction|conclusion|conclusions|background|results|result|discussion|overview|appendix|references|
bibliography|further reading|key points|key dates|key facts|in brief|in short|at a glance|pros|cons|verdict|rating|
best for|score|bottom line|fact|myth|reality|problem|solution|advice|lesson|rule|quote|update|correction|
editor's note|editor’s note|disclaimer|copyright|license|licence|isbn|doi|release|version|status|type|size|format|
language|languages|name|age|born|died|height|weight|occupation|job|education|hometown|lives|handle|aka|hobbies|
likes|dislikes|favourite|favorite|participants|main participants|present|in attendance|attendees|attending|absent|
apologies|agenda|motion|action|actions|action item|action items|decision|resolution|vote|minutes|consensus|
members present|interviewees|speakers|speaker list|transcript|transcript by|transcribed by|transcription|interview|
interview by|interviewed by|introduction by|edited by|photography|photographer|text|words|translation|translated by|
http|https|ftp|mailto|file|output|input|usage|options|option|parameters|returns|raises|default|defaults|required|
optional|todo|fixme|answer key|act|scene|exterior|interior|setting|was|wer|wo|wann|warum|hinweis|quelle|foto|bild|
datum|ort|zeit|autor|autorin|zutaten|zubereitung|tipp|preis|adresse|info|infos|mehr|siehe auch|zur person|zum thema|
anmerkung|fazit|où|quand|quoi|pourquoi|lieu|heure|prix|ingrédients|préparation|à lire|lire aussi|voir aussi|dónde|
cuándo|qué|quién|fuente|fecha|lugar|hora|precio|nota|texto|ingredientes|preparación|más información|leer más|onde|
quando|quem|fonte|data|local|preço|leia mais|leia também|saiba mais|dove|luogo|ora|prezzo|nota bene|ingredienti|
laughs|laughter|laughing|laugh|chuckles|chuckling|smiles|smiling|grins|nods|shrugs|sighs|pause|pauses|silence|applause|
cheers|cheering|music|crosstalk|cross talk|inaudible|indistinct|unintelligible|coughs|lacht|lachen|gelächter|
schmunzelt|rires|sourit|applaudissements|risas|ríe|se ríe|sonríe|aplausos|risos|risate|applausi|lachend|skratt|
skrattar|śmiech|śmieje się|smích|směje se|смех|смеётся|смеется|улыбается|笑|拍手|
note to editors|notes to editors|contact|contacts|media contact|for more information|more information|information|
traceback|vim|
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(word.strip() for word in listed.replace("\n", "").split("|") if word.strip())


ASKS: Final = _words(_ASKS)
ANSWERS: Final = _words(_ANSWERS)
NEVER: Final = _words(_NEVER)

TITLES: Final = frozenset({
    "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "rev", "hon", "sen", "rep", "gov", "gen", "col", "lt",
    "sgt", "capt", "rabbi", "sir", "lord", "lady", "dame", "m", "mme", "mlle", "fr", "hr", "sra", "dra",
})  # fmt: skip
"""What stands before a name; no name by itself."""

PAIRS: Final = frozenset({
    ("q", "a"), ("p", "r"), ("f", "a"), ("d", "r"), ("v", "a"), ("f", "s"), ("k", "v"), ("s", "c"), ("p", "o"),
    ("в", "о"), ("п", "в"), ("ε", "α"), ("问", "答"), ("問", "答"), ("문", "답"), ("س", "ج"), ("ש", "ת"),
})  # fmt: skip
"""Single letters that ask and answer together: Question/Answer, Pregunta/Respuesta, Frage/Antwort, Domanda/Risposta…"""

_SAYING: Final = frozenset({
    "says", "said", "writes", "wrote", "asks", "asked", "adds", "added", "replies", "replied", "commented",
    "comments", "explained", "explains", "notes", "noted", "sagt", "sagte", "schreibt", "dit", "écrit", "dice",
    "dijo", "escribe", "diz", "disse", "scrive",
})  # fmt: skip


CROWD: Final = frozenset({
    "audience", "audience member", "audience members", "crowd", "public", "the crowd", "público", "publikum", "people",
})  # fmt: skip
"""Those who may ask, and may only cheer."""


def hint(key: str) -> Hint | None:
    """What a label's key says of it by itself."""
    if key in ASKS:
        return "asks"
    if key in ANSWERS:
        return "answers"
    if key in NEVER or key.rpartition(" ")[2] in _SAYING:
        return "not a speaker"
    return None
