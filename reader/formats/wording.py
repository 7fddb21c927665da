"""The words by which a site's own lines are known, in the languages that articles come in.

The lists hold patterns of whole beginnings, one a line, in lower case; a line that is indented further goes on with the
one above.
"""

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from reader.formats.beginnings import Beginnings, patterns


class Marker(Enum):
    """What a line is known for by its wording."""

    COMMENTS = "opens or closes the readers' own part of a page"
    RELATED = "stands above a list of other articles"
    INLINE_RELATED = "names one other article, between paragraphs"
    SHARE = "hands the page on"
    TAGS = "says under what the site files the article"
    CREDIT = "says who made a picture, or what it shows"
    PROMOTION = "asks for a subscription, a gift or a click"
    POINTER = "says where to get, watch or buy something: promotion only where nobody says it"
    CONTENTS = "stands above a table of contents"
    NAVIGATION = "leads about the page, or to where the text stood"


_END: Final = r"(?=\W*$)"
_COUNT: Final = r"(?:\W*\d[\d.,]*)?"

_COMMENTS: Final = [
    *patterns(
        r"""
        comments?(?: section| closed| policy)?
        comments?(?: on| about) .{1,100}
        comments (?:are )?(?:closed|off|disabled)(?: for this \w+| on this \w+)?
        leave (?:a|your) (?:comment|reply|response)(?: below)?
        post (?:a|your) (?:comment|reply)
        (?:add|write|submit|make) (?:a|your|new) comments?
        view (?:all )?comments?
        show (?:all )?comments?
        hide comments?
        read (?:all )?(?:the )?comments?
        reader'?s?'? (?:comments|responses|feedback)
        reader’s comments
        user comments
        discussion \(\d+\)
        join the (?:conversation|discussion|debate)
        be the first to comment.{0,40}
        (?:log|sign) in (?:or \w+ (?:\w+ )?)?to (?:leave a |post a |add a )?(?:comment|reply|join).{0,40}
        you must be logged in to (?:comment|post|reply).{0,40}
        have your say
        what do you think\?(?: (?:let us know|tell us|leave|share|join).{0,60})?
        (?:share|tell us) your (?:thoughts|views?|opinions?)(?: (?:in the comments|below).{0,40})?
        let us know (?:what you think )?in the comments.{0,60}
        no comments(?: yet)?
        kommentare?
        (?:keine|noch keine) kommentare
        kommentar (?:schreiben|verfassen|hinterlassen|abgeben|veröffentlichen)
        schreiben sie einen kommentar
        schreibe einen kommentar.{0,20}
        commentaires?
        aucun commentaire
        (?:laisser|ajouter|écrire|enregistrer|publier) un commentaire
        réagir(?: à cet article)?
        commenter cet article.{0,3}
        comentarios?
        (?:no|aún no) hay comentarios
        (?:deja|dejar|escribe|escribir|añadir|publicar) (?:un|tu) comentario.{0,20}
        (?:deja|dejar) una respuesta.{0,20}
        (?:login|log in) to post comments?
        responder ?eliminar
        comentários?
        nenhum comentário
        (?:deixe|deixar|adicionar|postar|enviar) (?:um|seu|o seu) comentário.{0,20}
        commenti
        commenta(?: la notizia| l['’]articolo)?
        (?:caricamento (?:dei )?commenti|loading comments|cargando comentarios|chargement des commentaires)
        nessun commento
        (?:lascia|scrivi|aggiungi|posta) un commento.{0,20}
        reacties?
        (?:plaats|geef|laat) een reactie.{0,30}
        geen (?:reacties|opmerkingen)
        een reactie (?:posten|plaatsen)
        kommentarer
        (?:skriv|lämna|skicka|legg igjen|legg inn|send) en kommentar
        (?:ingen|inga) kommentarer
        brak komentarzy
        komentarze(?: opinie)?
        (?:dodaj|napisz|zostaw|prześlij) komentarz
        комментарии
        (?:(?:пока )?комментариев нет|нет комментариев)
        (?:оставить|добавить|написать|отправить) комментарий
        обсуждение
        yorumlar
        kommentit
        """,
        _COUNT + _END,
    ),
    *patterns(r"""
        \d[\d.,]*\s(?:reader |user )?(?:comments?|replies|responses?)(?:\s(?:to|on|for)\s.{1,120}|\W+(?:leave
            |add|post|show|view|share).{0,30})?(?=\W*$)
        \d[\d.,]*\s(?:thoughts?|responses?|comments?|replies|antworten|gedanken) (?:on|to|so far|zu)\b.{0,120}(?=\W*$)
        \d[\d.,]*\s(?:kommentare?|commentaires?|comentarios?|comentários?|commenti|commento|reacties?|kommentarer
            |komentarz[ey]?|комментари\w{1,3}|yorum)(?=\W*$)
        """),
]

_RELATED: Final = [
    *patterns(
        r"""
        in other news
        also in the news
        (?:other|more|latest|recent|top|breaking|today's|today’s) (?:news|stories|articles|posts|headlines
            |interviews|episodes|videos)(?: from .{1,50}| in .{1,50}| by .{1,50})?
        related
        related (?:articles?|stor(?:y|ies)|posts?|content|links?|topics?|coverage|reading|news|items?|videos?
            |reports?|pages?|episodes?|interviews?|materials?|resources?)
        (?:read |see )?more (?:from|by) .{1,60}
        also available(?: from .{1,50})?
        (?:also|other titles|other books|other works) (?:by|from|in) .{1,50}
        more (?:on|about) (?:this|the) (?:story|topic|subject|author)
        more like this
        more to (?:read|explore)
        more in .{1,40}
        more coverage
        most (?:read|popular|viewed|shared|recent|commented|emailed|watched)(?: \w{1,20}){0,3}
        trending(?: now| today| stories| topics)?
        popular(?: posts| articles| stories| now| this week| on .{1,40})?
        (?:you )?(?:may|might) also (?:like|enjoy|be interested in).{0,40}
        you (?:may|might) (?:also )?(?:like|enjoy|be interested in|have missed).{0,40}
        recommended(?: for you| reading| stories| articles| posts| by \w{1,20})?
        (?:read|up|what to read|watch) next
        (?:don't|don’t) miss
        editor(?:'s|s'|s|’s|s’) (?:picks?|choice)
        from (?:around|across) the web
        from the (?:archives?|blog)
        elsewhere on .{1,40}
        also (?:on|in|from) (?!(?:my|our|his|her|their)\b).{1,30}
        also read
        keep reading
        continue reading
        explore more.{0,40}
        further (?:stories|articles|news)
        (?:previous|next|older|newer) (?:article|post|story|entry|entries|posts|page|episode|interview)s?
        next in .{1,40}
        similar (?:articles|stories|posts)
        sponsored (?:content|stories|links)
        mehr zum thema
        mehr (?:aus|von|zu) .{1,40}
        mehr (?:artikel|nachrichten|themen|news)
        lesen sie (?:auch|mehr|dazu|weiter).{0,20}
        lies auch
        das könnte (?:sie|dich|euch) auch interessieren
        (?:ähnliche|verwandte|weitere|aktuelle|neueste) (?:artikel|beiträge|themen|meldungen|nachrichten)
        auch interessant
        meistgelesen\w{0,3}(?: artikel)?
        zum thema
        (?:à )?lire aussi
        à (?:lire|voir|découvrir)(?: aussi| également)?
        sur le même (?:sujet|thème)
        articles? (?:similaires|liés|connexes|récents)
        les plus (?:lus|populaires|commentés|partagés)
        dans la même (?:rubrique|catégorie)
        vous (?:aimerez|pourriez) aussi.{0,30}
        (?:también )?te (?:puede|podría) interesar
        você (?:também )?pode (?:também )?(?:gostar|se interessar).{0,30}
        potrebbe(?:ro)? interessar[tv]i anche
        (?:noticias|artículos|notas|contenidos?|entradas) relacionad[oa]s?
        (?:lea|lee|mira|vea) (?:también|más)
        más (?:noticias|sobre este tema|leídas?|leídos?|información|en .{1,40})
        lo más (?:leído|visto|comentado)
        leia (?:também|mais)
        (?:notícias|artigos|matérias|conteúdos?) relacionad[oa]s?
        (?:mais|as mais) (?:lidas|vistas|notícias)
        veja mais
        leggi anche
        (?:articoli|notizie) (?:correlat[ie]|simili)
        ti potrebbe(?:ro)? (?:anche )?interessare
        (?:i )?più (?:letti|visti)
        lees (?:ook|verder|meer)
        gerelateerde? (?:artikelen|berichten|nieuws)
        meer (?:nieuws|over dit onderwerp|artikelen)
        läs (?:också|mer|även).{0,20}
        les (?:også|mer|också)
        se (?:også|även)
        læs (?:også|mere)
        (?:zobacz|czytaj|przeczytaj) (?:także|też|również|więcej)
        (?:powiązane|podobne) (?:artykuły|wpisy)
        читайте также
        по теме
        (?:похожие|другие|последние) (?:статьи|новости|материалы|записи)
        ilgili haberler
        (?:çok okunanlar|diğer haberler|son haberler)
        lue myös
        (?:otras|más) noticias
        noticias (?:de hoy|más leídas|destacadas)
        outras (?:notícias|matérias)
        altre notizie
        (?:autres|dernières) (?:articles|actualités|vidéos|infos)
        (?:à ne pas manquer|nos derniers articles)
        (?:populair|laatste|meest gelezen|overig)(?: nieuws)?
        meest gelezen.{0,20}
        flere (?:historier|saker|nyheter|artikler)(?: fra .{1,40})?
        fler (?:nyheter|artiklar)
        (?:najczęściej czytane|najnowsze|polecane|czytaj dalej)
        (?:самое читаемое|лента новостей|новости партн[её]ров|(?:новости|материалы) по теме)
        (?:اقرأ أيض[اً]{1,2}|مواضيع ذات صلة|الأكثر قراءة|أخبار ذات صلة)
        """,
        _COUNT + r"(?=[^\w.!?]*$)",
    ),
]

_INLINE_RELATED: Final = patterns(r"""
    (?:read|see|watch|listen|also|hear) (?:more|also|next|now|here)\s*:\s*\S
    (?:related|recommended|also read|also see|see also|don't miss|more|read|watch|trending)(?: (?:article|story
        |stories|post|reading|news|video|coverage|interview))?s?\s*:\s*\S
    (?:(?:read|see) (?:also|more)|also (?:read|see))\s*[|>»–—-]\s*\S
    lesen sie (?:auch|dazu|mehr)\s*:\s*\S
    (?:mehr zum thema|auch interessant|zum thema)\s*:\s*\S
    (?:à )?lire (?:aussi|également)\s*:\s*\S
    (?:lea|lee|leia|veja|vea|mira) (?:también|também|más|mais)\s*:\s*\S
    leggi anche\s*:\s*\S
    lees ook\s*:\s*\S
    läs (?:också|även|mer)\s*:\s*\S
    (?:czytaj|zobacz|przeczytaj) (?:także|też|również)\s*:\s*\S
    читайте также\s*:\s*\S
""")

_NETWORK: Final = (
    "facebook|twitter|x|linkedin|whatsapp|pinterest|reddit|tumblr|telegram|e-?mail|instagram|mastodon|bluesky|threads"
    r"|google\+?|digg|stumbleupon|flipboard|pocket|messenger|line|xing|youtube|tiktok|rss|sms|print|more|link|copy link"
)
_SHARE: Final = [
    *patterns(
        r"""
        share
        share (?:this|on|via|it|with|the|article|story|post|page|your|now|by|to)\b.{0,60}
        shares
        tweet(?: this| it)?
        retweet
        (?:print|email|e-mail|save|bookmark|like|pin|flag|cite|download|rate) (?:this|page|article|story|post
            |pdf)\b.{0,40}
        (?:print|email|e-mail|save|bookmark|like|download pdf|copy link|copy url|listen to this article|text size
            |font size|larger|smaller)
        (?:aumentar?|disminu(?:ye|ir)|reducir) el tamaño (?:del texto|de la letra)
        send to (?:a )?friend
        send this (?:article|page|story|link)\b.{0,60}
        printer[- ]?friendly(?: page| version)?
        follow (?:us|me)\b.{0,80}
        follow (?:[@\w.’'-]+ ){1,5}on (?:twitter|facebook|instagram|linkedin|x|youtube|mastodon|bluesky|tiktok
            |threads|google).{0,60}
        (?:like|find|join|visit|watch) us on (?:twitter|facebook|instagram|linkedin|x|youtube).{0,60}
        connect with us.{0,40}
        teilen
        artikel (?:teilen|drucken|merken|versenden|empfehlen)
        (?:drucken|merken|versenden|empfehlen|vorlesen)
        folgen sie uns.{0,60}
        partage[rz]?
        partage[rz] (?:cet article|sur|via)\b.{0,40}
        imprimer
        suivez-nous.{0,60}
        compart(?:ir|e|a|ilhar|ilhe)
        compart(?:ir|e|ilhar|ilhe) (?:en|este|esta|no|na|por|con)\b.{0,40}
        imprimir
        síguenos.{0,60}
        siga-nos.{0,60}
        condividi
        condividi (?:su|questo|l'articolo)\b.{0,40}
        seguici.{0,60}
        delen
        (?:auf|bei) (?:facebook|twitter|x|linkedin|whatsapp|pinterest) teilen
        teilen auf (?:facebook|twitter|x|linkedin|whatsapp|pinterest)
        link (?:copied|gekopieerd|copié|copiado|kopiert|copiato)(?: to clipboard)?
        e-?mail this link
        repost(?: \d+)?
        email this ?blog ?this!? ?share to.{0,60}
        click to (?:share|email|print)\b.{0,60}
        like loading
        reblog
        permalink(?: (?:embed|save|parent|report|share|context|reply|give|gold|award|full|comments)){0,9}
        (?:teilen|partager|compartir|condividi|delen|deel dit \w+|dela|udostępnij|поделиться)(?: \w+){0,2}\s*:.{1,80}
        شارك.{0,60}
        שתפו.{0,60}
        deel (?:dit|via|op)\b.{0,40}
        volg ons.{0,60}
        dela(?: artikeln)?
        udostępnij
        поделиться
        paylaş
        jaa
        """,
        _COUNT + _END,
    ),
    rf"(?:{_NETWORK})(?:[\s|,/·•]+(?:{_NETWORK}|share|tweet|and|on|via|\d+)){{1,14}}(?=\W*$)",
    r"(?:facebook|twitter|linkedin|whatsapp|pinterest|reddit|tumblr|stumbleupon|digg|flipboard)(?=\W*$)",
    r"(?:del\.?i\.?cio\.?us|pin it(?: on pinterest)?|reprints|order a reprint)(?=\W*$)",
    r"tweet(?:[\s|,/·•]+(?:share|like|pin|email|print|\d+)){1,8}(?=\W*$)",
    rf"share(?:[\s|,/·•]+(?:{_NETWORK}|share|tweet|and|on|via|\d+)){{1,14}}(?=\W*$)",
]

_TAGS: Final = patterns(r"""
    tags?\s*:
    tags?(?=\W*$)
    tagged(?: with| as| under| in)?\s*:
    tagged(?: with| as| under)\s\S
    filed (?:under|in)\b
    topics\s*:
    topics(?=\W*$)
    (?:in this|more about this|about this) (?:article|story|topic)\s*:?(?=\W*$)
    categor(?:y|ies)\s*:
    categories(?=\W*$)
    keywords?\s*:
    posted (?:in|under)\b
    this (?:entry|post|article) was (?:posted|filed|published|tagged)\b.{0,40}\b(?:in|on|under|by|as)\b
    schlag(?:worte|wörter|agwörter)\s*:?
    stichworte?\s*:?
    themen\s*:
    mots[- ]clés\s*:?
    étiquettes?\s*:?
    (?:labels|libellés|etichette|marcadores|etiketter)\s*:\s*\S
    etiquetas?\s*:?
    temas\s*:
    argomenti\s*:
    trefwoorden\s*:
    tagi\s*:
    теги\s*:?
    etiketler\s*:?
""")

_CREDIT: Final = patterns(r"""
    (?:photo|photos|photograph|photographs|photography|image|images|picture|pictures|illustration|illustrations
        |graphic|main image|cover photo|header image|top photo|lead image)(?: credits?| source
        | courtesy(?: of)?| by)?\s*[:©/]
    (?:photo|photos|photograph|photographs|photography|image|images|picture|pictures|illustration|illustrations
        |video|artwork)(?: is| are)? (?:credits?|courtesy|by|from|via|provided by|taken by|copyright
        |supplied)\b.{1,80}
    (?:image|photo|picture) (?:caption|source|gallery)\b
    credits?\s*:
    caption\s*:
    courtesy (?:of|:|\w{2,20}(?=\W*$))
    all (?:photos|photographs|images|pictures) (?:courtesy|by|copyright)\b.{1,60}
    source\s*:
    click (?:to|for|on the image to) (?:enlarge|zoom|view|larger|see the full).{0,40}
    (?:view|show|see) (?:full[- ]size|larger|original) image
    (?:foto|fotos|bild|bilder|grafik|fotograf|fotografie|titelbild)\s*[:©/]
    (?:foto|fotos|bild|bilder) von .{2,40}(?=\W*$)
    quelle\s*:
    (?:crédits?|crédit photos?|photographie|légende)\s*:
    photo\s:
    (?:fotografía|fotografías|imagen|imágenes|crédito|créditos|fuente|pie de foto)\s*:
    (?:fotografia|imagem|imagens|fonte|legenda|divulgação|reprodução)\s*[:/]
    (?:immagine|immagini|fonte|crediti)\s*:
    (?:beeld|bron)\s*:
    (?:zdjęcie|fot|źródło)\.?\s*[:./]
    фото\s*:
    источник\s*:
""")

_PROMOTION: Final = patterns(r"""
    (?:advertisements?|advertising|sponsors?|sponsored|anzeige|werbung|publicité|publicidad|pubblicità|publicidade
        |advertorial|promoted)\s*:\s*\S
    (?:today's|today’s|our|this week's|this week’s) sponsors?\b
    (?:this|today's|today’s) (?:episode|show|podcast|programme|program|newsletter|post|issue) is
        (?: brought to you by| sponsored by| supported by| presented by)\b
    support for .{3,80} comes from\b
    use (?:the |our |my )?(?:promo |discount |coupon |offer )?code\b
    (?:get|have) .{1,80}\b(?:in|to|into) your (?:inbox|mailbox)\b
    (?:enjoyed|liked|loved|enjoying) (?:this|reading|what you)\b.{0,60}\?
    (?:still|do you|have) (?:need help|have (?:a )?questions?|a question|any questions?)\?.{0,120}
    (?:try|start) (?:it |us |your )?(?:free|a free|for free)\b.{0,80}
    (?:pour|afin de) (?:nous )?soutenir\b.{0,120}
    (?:soutenez|aidez)(?:-nous| notre)\b.{0,100}
    unterstützen sie (?:uns|unsere)\b.{0,100}
    (?:apoya|apoye|ayúdanos|apoie)\b.{0,20}\b(?:nuestro|este|a|nosso|periodismo|jornalismo)\b.{0,80}
    (?:sostieni|sostienici)\b.{0,80}
    subscribe(?=\W*$)
    subscribe (?:to|now|today|here|for|on|and|via|by|free|below|at|with|in)\b
    sign[- ]up(?=\W*$)
    sign[- ]up (?:for|to|here|now|today|and|below|free)\b
    signup\b
    newsletter(?: sign[- ]?up)?(?=\W*$)
    (?:get|receive) (?:the|our|all|daily|weekly|more|your|a|updates|news|exclusive|unlimited
        |breaking)\b.{0,80}\b(?:inbox|newsletter|newsletters|email|e-mail|updates|delivered|app|free|access|day
        |week)\b
    join (?:our|the|more than|over|\d\S*)\b.{0,60}\b(?:newsletter|mailing list|subscribers|community|members
        |readers)\b
    (?:support|donate to|help (?:us|support))\s(?:us|our|independent|quality|this|the)?\b.{0,60}\b(?:journalism
        |work|site|reporting|donat\w+|member\w*|patreon|subscrib\w+|podcast|today|now)\b
    (?:donate|become a (?:member|patron|subscriber|supporter))(?: (?:now|today|here|to|and).{0,60})?(?=\W*$)
    advertisements?(?=\W*$)
    advertisements?\W+(?:continue|article|story|scroll).{0,40}
    (?:enter (?:to win|the giveaway)|(?:a )?rafflecopter giveaway)(?=\W*$)
    advertise(?: (?:with us|here).{0,40})?(?=\W*$)
    sponsored(?: (?:by|message|post)\b.{0,60})?(?=\W*$)
    (?:a )?(?:message|word) from our sponsors?.{0,40}
    (?:don't|don’t|never) miss (?:a|an|another|out)\b.{0,60}
    article content
    story continues below.{0,40}
    article continues (?:below|after).{0,40}
    (?:scroll|continue) (?:down )?(?:for more|to continue|below).{0,40}
    (?:download|get|install) (?:our|the) (?:free )?(?:\w+ ){0,3}app\b
    enter your e-?mail\b
    your e-?mail (?:address)?(?=\W*$)
    already a (?:subscriber|member)\b
    (?:register|log in|login|sign in|create an account)(?: (?:now|here|today|for free|to (?:continue|read|access
        |view)|or (?:register|subscribe|sign up|log in))\b.{0,60})?(?=\W*$)
    want (?:more|to (?:read|hear|see|know|learn) more|this|our|these|it|the)\b.{0,60}\?.{0,100}
    (?:like|enjoy|enjoyed|liked|loved) (?:this|what you) (?:article|story|post|interview|podcast|episode|read|see
        |'re reading).{0,40}\?
    if you (?:enjoyed|liked|found) this (?:article|story|post|interview|podcast|episode|helpful|useful)\b
    abonnieren(?: sie)?\b.{0,80}
    (?:jetzt|hier) (?:abonnieren|anmelden|bestellen|kaufen|testen|registrieren).{0,60}
    newsletter (?:abonnieren|bestellen|anmelden)\b
    melden sie sich\b.{0,60}\bnewsletter
    (?:anzeige|werbung)(?=\W*$)
    (?:gift|give) (?:a|this) (?:subscription|article).{0,40}
    create (?:a |your )?free account\b.{0,80}
    (?:contenido |artículo |noticia )?(?:exclusiv[oa]|sólo) (?:para )?(?:suscriptores|abonados)
    (?:article |contenu )?réservé aux abonnés
    (?:nur )?für abonnenten
    (?:contenuto |articolo )?(?:riservato agli|solo per) abbonati
    (?:exclusief|alleen) voor abonnees
    (?:conteúdo )?exclusivo para assinantes
    abonne[zr]-(?:vous|moi)\b.{0,80}
    s'abonner\b.{0,60}
    (?:inscrivez-vous|recevez)\b.{0,80}\b(?:newsletter|lettre|infolettre|e-?mail|mail|gratuit)
    (?:publicité|annonce)(?=\W*$)
    suscr[íi]b(?:ete|ase|irse|e)\b.{0,80}
    (?:publicidad|anuncio|publicidade|pubblicità|reklama|reklam|реклама|annons|advertentie)(?=\W*$)
    (?:assine|inscreva-se|receba)\b.{0,80}
    (?:iscriviti|abbonati|ricevi)\b.{0,80}
    (?:meld je aan|schrijf je in|abonneer)\b.{0,80}
    (?:prenumerera|tilaa)\b.{0,60}
    (?:подписывайтесь|подпишитесь|подписаться)\b.{0,60}
""")
_POINTER: Final = patterns(r"""
    tickets?\b.{0,80}\b(?:at|from|on sale|available|via|cost|here|online)\b
    karten\b.{0,60}\b(?:unter|bei|im|gibt|an)\b
    (?:entradas|ingressos|bilhetes|biglietti|billets?|places)\b.{0,80}\b(?:en|em|su|sur|à|a la venta|disponible
      |online)\b
    (?:the|a) (?:book|film|album|exhibition|show|recording|video|podcast|episode|series|play|report|study|full \w+)
        .{0,80} (?:is|are|can be) (?:out now|available|published by|on sale|ordered|bought|downloaded|streamed
          |watched|heard)\b
    (?:follow|find|contact|reach|write to|e-?mail|call|phone|ring) .{1,60} (?:on|at)
        (?: twitter| instagram| facebook| linkedin| www\b| https?:| @|\s\S+\.(?:com|org|net|example|co\.uk|de|fr))
    (?:listen|watch|hear|download|stream|read) (?:to )?(?:the )?(?:full|complete|entire|whole|original|audio
        |video|podcast|this|episode|rest)\b.{0,60}\b(?:here|below|above|on|at|episode|interview|podcast|video
        |version|transcript)\b
    read (?:the )?full (?:story|article|report|interview) (?:in|on|at|here)\b.{0,80}
    to (?:find out|learn|read|hear|see|know|discover) more\b
    you can (?:also )?(?:listen to|watch|follow|subscribe to|pre-?order|buy|find (?:him|her|them|us|me)) .{2,60}
        (?: at| on| here| via| wherever| from)\b.{0,60}(?=\W*$)
    to (?:advertise|contribute|volunteer|subscribe|buy|order|register|book|apply|donate|listen|watch
        |download|purchase|pre-?order|contact
        |sign up|get tickets|get involved|get your)\b.{0,140}\b(?:here|visit|go to|click|call|email|e-mail|at|see
        |head|www|contact|via|on)\b
    for (?:more|further|additional|full|other)\s(?:information|details|info|news|on|about|stories|interviews
        |articles|from|of|great|content|resources|tips)\b
    for (?:tickets|details|information|bookings?)\b.{0,80}\b(?:visit|see|call|go to|click|contact|www|http|email)
    (?:find out|learn|discover) more\b.{0,120}
    check out more (?:from|of|at|on)\b.{0,80}
    you can (?:view|see|read|find) the (?:original|full|complete|whole) .{2,60} here(?=\W*$)
    (?:read|see|find) (?:all )?our other (?:interviews|stories|articles|posts|episodes)\b.{0,100}
    (?:leggi|leggete|lee|lea) (?:le|las|los|gli|tutte le|todas las) (?:altre|otras|otros|altri) .{2,100}
    click here\b
    (?:more|full) (?:information|details|info)\b.{0,60}\b(?:at|here|on|from|see|visit|:)
    (?:visit|check out|head to|head over to|go to|see) (?:our|the|www\.|https?:)\S*.{0,60}\b(?:for|website
        |web site|site|page|here|store|shop|to)\b
    (?:tickets|copies) (?:are )?(?:available|on sale|cost|from)\b
    order (?:now|here|your copy|online|a copy|the book)\b
    buy (?:now|here|the|tickets|it|online|a copy|your|from)\b.{0,80}
    (?:pre-?order|purchase|available) (?:now|here|from|at|on|in|the|your|for)\b.{0,100}
    weitere informationen\b.{0,40}\b(?:unter|finden|hier|auf|gibt)
    mehr (?:informationen|infos)\b.{0,40}\b(?:unter|finden|hier|auf|gibt)
    (?:pour en savoir plus|plus d'informations?|plus d’informations?)\b
    (?:para más información|más información)\b
    (?:para mais informações|mais informações|saiba mais)\b
    (?:per maggiori informazioni|per saperne di più)\b
    (?:voor meer informatie|meer informatie)\b
""")

_CONTENTS: Final = patterns(r"""
    (?:table of )?contents\s*:?(?=\W*$)
    in this (?:article|issue|post|interview|episode|guide|page|faq)\s*:?(?=\W*$)
    on this page\s*:?(?=\W*$)
    jump to(?: section| a section| question)?\s*:?(?=\W*$)
    (?:article|page|quick|section) (?:contents|index|links|navigation|summary|overview)\s*:?(?=\W*$)
    (?:list|index|overview|summary) of (?:questions|contents|topics|sections|chapters)\s*:?(?=\W*$)
    (?:questions|topics) (?:covered|answered|in this \w+)\s*:?(?=\W*$)
    index\s*:?(?=\W*$)
    toc(?=\W*$)
    (?:chapters|outline|timestamps|time stamps|show notes outline|episode outline)\s*:?(?=\W*$)
    (?:inhalt|inhaltsverzeichnis|inhaltsübersicht)\s*:?(?=\W*$)
    (?:sommaire|table des matières)\s*:?(?=\W*$)
    (?:índice|contenido|contenidos|tabla de contenidos|sumario|sumário|conteúdo)\s*:?(?=\W*$)
    (?:indice|sommario)\s*:?(?=\W*$)
    (?:inhoud|inhoudsopgave|innehåll|innehållsförteckning|spis treści|содержание|оглавление|sisällys
        |içindekiler)\s*:?(?=\W*$)
""")

_NAVIGATION: Final = patterns(
    r"""
    (?:back to |return to |go to )?(?:the )?top(?: of (?:the |this )?page)
    (?:back|return) to (?:the )?(?:top|contents|index|menu|list|overview|questions|start)
    (?:read|see|to|continue to) the (?:full |whole |entire |complete |original )?(?:interview|article|story|transcript)
    (?:original )?source link(?:\W\d+)?
    (?:newer|older) posts? (?:older|newer) posts?(?: home)?
    (?:entrada|página) más reciente(?: (?:entrada|página) antigua)?(?: (?:inicio|página principal))?
    (?:neuerer|älterer) post(?: (?:neuerer|älterer) post)?(?: startseite)?
    (?:article plus récent|post più recente|postagem mais recente)(?: .{10,40})?
    blogroll
    jump to (?:navigation|search)
    from wikipedia, the free encyclopedia
    (?:top|bottom) of page
    (?:editer l['’]article )?suivre ce blog .{1,60}
    (?:leggi|vai al)l?['’]articolo completo
    (?:lire l['’]article complet|leer la noticia completa|leia a matéria completa|lees het hele artikel)
    (?:retour|zurück|volver|voltar|torna indietro|indietro|terug|tilbake|tillbaka|wróć|powrót|назад)
    (?:zurück )?(?:nach oben|zum (?:seiten)?anfang|zum inhaltsverzeichnis|zur übersicht)
    seitenanfang
    (?:zum|zur) (?:ganzen |vollständigen )?(?:interview|artikel|beitrag|gespräch)
    (?:inhalt des artikels|link zur quelle)
    (?:retour )?(?:en )?haut de (?:la )?page
    retour (?:en haut|au sommaire|à la liste|à l'index)
    lire (?:l['’]entretien|l['’]article|l['’]interview|la suite)(?: complete?| en entier)?
    volver (?:arriba|al (?:inicio|índice|principio|menú))
    leer (?:la entrevista|el artículo)(?: complet[oa])?
    voltar (?:ao|para o) (?:topo|início|índice|menu)
    torna (?:su|in alto|all['’]inizio|all['’]indice)
    (?:terug )?naar (?:boven|het begin)
    ti(?:ll|l) toppen
    powrót (?:do góry|na górę|do spisu)
    (?:вернуться |назад )?(?:наверх|к (?:началу|списку|содержанию|оглавлению))
    """,
    _END,
)

_EVENTS: Final = patterns(
    r"""
    (?:coming|upcoming|forthcoming|future|next|our|other) (?:meetings?|events?|dates|tour dates|shows|appearances
        |exhibitions|gatherings)
    (?:events|meetings|dates)(?: calendar| listings?)
    calendar(?: of events)?
    what's on
    dates for your diary
    diary dates
    (?:termine|agenda|próximos eventos)
    """,
    _END,
)

_WHOLE_LINES: Final = {
    **dict.fromkeys(("评论", "網友評論", "网友评论", "コメント", "댓글"), Marker.COMMENTS),
    **dict.fromkeys(
        (
            "相关阅读",
            "相关文章",
            "相關文章",
            "相关新闻",
            "推荐阅读",
            "热门文章",
            "猜你喜欢",
            "延伸阅读",
            "延伸閱讀",
            "関連記事",
            "関連ニュース",
            "人気記事",
            "おすすめ記事",
            "アクセスランキング",
            "あわせて読みたい",
            "많이 본 뉴스",
        ),
        Marker.RELATED,
    ),
    **dict.fromkeys(("관련기사", "관련 기사"), Marker.RELATED),
    **dict.fromkeys(("分享", "分享到", "字号", "シェア", "シェアする", "공유"), Marker.SHARE),
    **dict.fromkeys(("目录", "目次", "目錄", "차례"), Marker.CONTENTS),
    **dict.fromkeys(("标签", "標籤", "タグ", "태그"), Marker.TAGS),
}
"""In scripts that do not part words, whole lines without the marks and counts around them."""

_BEFORE_COLON: Final = re.compile(r"([^:：]{2,8})[:：]\s*\S")
_BEFORE: Final = {
    **dict.fromkeys(("分享到", "分享至", "シェア", "공유하기"), Marker.SHARE),
    **dict.fromkeys(("相关阅读", "相关文章", "延伸阅读", "関連記事", "관련기사", "관련 기사"), Marker.INLINE_RELATED),
    **dict.fromkeys(("标签", "關鍵字", "关键词", "タグ", "태그"), Marker.TAGS),
    **dict.fromkeys(("图片来源", "来源", "來源", "写真", "撮影", "사진"), Marker.CREDIT),
    **dict.fromkeys(("责任编辑", "责编", "責任編輯", "编辑", "新闻热线"), Marker.CREDIT),
    **dict.fromkeys(("字号", "字体"), Marker.SHARE),
    **dict.fromkeys(("上一篇", "下一篇", "前の記事", "次の記事"), Marker.NAVIGATION),
    **dict.fromkeys(("广告", "廣告", "広告", "PR", "광고"), Marker.PROMOTION),
}
"""What stands before a colon in the same scripts."""

_beginning: Final = Beginnings(
    {
        Marker.COMMENTS: _COMMENTS,
        Marker.RELATED: _RELATED,
        Marker.INLINE_RELATED: _INLINE_RELATED,
        Marker.SHARE: _SHARE,
        Marker.TAGS: _TAGS,
        Marker.CREDIT: _CREDIT,
        Marker.CONTENTS: _CONTENTS,
        Marker.NAVIGATION: _NAVIGATION,
        Marker.PROMOTION: _PROMOTION,
        Marker.POINTER: _POINTER,
    }
)


_CALLS: Final = frozenset({
    "share", "tweet", "print", "email", "e-mail", "save", "bookmark", "like", "pin", "follow", "facebook", "twitter",
    "whatsapp", "linkedin", "teilen", "drucken", "merken", "versenden", "empfehlen", "vorlesen", "kommentieren",
    "partager", "imprimer", "envoyer", "commenter", "compartir", "imprimir", "guardar", "enviar", "compartilhar",
    "salvar", "condividi", "stampa", "salva", "delen", "printen", "bewaren", "dela", "skriv", "udostępnij", "drukuj",
})  # fmt: skip
"""Words of which rows consist that hand the page on: `Share Save Print`."""
_ADVERTISEMENTS: Final = frozenset({
    "advertisement", "advertisements", "anzeige", "werbung", "publicité", "publicidad", "publicidade", "pubblicità",
    "reklama", "reklam", "реклама", "annons", "advertentie",
})  # fmt: skip
_LONGEST_ROW: Final = 60

_announces_events: Final = Beginnings({True: _EVENTS})

_PICTURES: Final = " \ufe0e\ufe0f\u200d"
"""What may stand behind a picture that leads a line."""
_PARTED: Final = re.compile(r"(?:(?<!\s)\s++)?[·|•]\s*")


def first_words() -> frozenset[str]:
    """The first words, in lower case, of what `marker` and `announces_events` know a line by."""
    return _beginning.first_words | _announces_events.first_words | _CALLS


def begins_known(bare: str, word: str, start: int) -> bool:
    """Whether a line whose first word, at `start`, is known begins like one of those, or may be a row of calls."""
    return (
        word in _CALLS
        or _beginning.kind_of(bare, word, start) is not None
        or _announces_events.kind_of(bare, word, start) is not None
    )


@lru_cache(maxsize=64)
def marker(bare: str) -> Marker | None:
    """What the wording of a line makes it; the first in the order of `Marker` where several could be meant."""
    if bare and (bare[0] > "\U0001f000" or "\u2600" <= bare[0] <= "\u27bf"):
        bare = bare.lstrip(_PICTURES + bare[0])
    if bare and bare[0] > "\u2e00":
        if len(bare) < 20 and (whole := _WHOLE_LINES.get(bare.strip(" :：()（）[]【】■◆●▼・0123456789"))):
            return whole
        found = _BEFORE_COLON.match(bare)
        return _BEFORE.get(found[1]) if found else None
    found_marker = _beginning(bare)
    if found_marker is None and " " in bare and len(bare) < _LONGEST_ROW and _CALLS.issuperset(bare.lower().split()):
        return Marker.SHARE
    if found_marker is None and "·" in bare and len(bare) < 120:
        offers = {_beginning(part) for part in _PARTED.split(bare)}
        return Marker.SHARE if Marker.SHARE in offers and len(offers) <= 2 else None
    return found_marker


def names_advertisement(bare: str) -> bool:
    """Whether a line says that an advertisement stood there, and nothing else."""
    return bare.strip(" -–—*()[]").casefold() in _ADVERTISEMENTS


def announces_events(bare: str) -> bool:
    """Whether a line stands above meetings and other dates to come."""
    return _announces_events(bare) is not None or bare.rstrip(" :.").lower().endswith(" meetings and tours")
