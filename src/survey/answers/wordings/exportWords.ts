import { languageRecords } from '../../../terms/language.ts';
import type { QuestionKind } from '../../../terms/languages/languageRecord.ts';

/** Words in exports of surveys that were held in a language which the interface does not have. */
const otherLanguages: readonly {
  readonly headers: Readonly<Record<QuestionKind, readonly string[]>>;
  readonly noAnswer: readonly string[];
}[] = [
  {
    headers: {
      functional: ['funktional', 'funktionale frage'],
      dysfunctional: ['dysfunktional', 'dysfunktionale frage'],
      importance: ['wichtigkeit'],
    },
    noAnswer: ['keine angabe', 'keine antwort'],
  },
  {
    headers: { functional: ['fonctionnel', 'fonctionnelle'], dysfunctional: ['dysfonctionnel', 'dysfonctionnelle'], importance: [] },
    noAnswer: ['sans réponse', 'pas de réponse'],
  },
  {
    headers: { functional: ['funcional'], dysfunctional: ['disfuncional'], importance: ['importancia', 'importância'] },
    noAnswer: ['sin respuesta', 'sem resposta'],
  },
  { headers: { functional: ['funzionale'], dysfunctional: ['disfunzionale'], importance: ['importanza'] }, noAnswer: ['nessuna risposta'] },
  {
    headers: {
      functional: ['функциональный', 'функциональный вопрос'],
      dysfunctional: ['дисфункциональный', 'дисфункциональный вопрос'],
      importance: ['важность'],
    },
    noAnswer: ['нет ответа'],
  },
  {
    headers: { functional: ['充足', '充足質問'], dysfunctional: ['不充足', '不充足質問'], importance: ['重要度'] },
    noAnswer: ['無回答', '未回答'],
  },
  { headers: { functional: ['긍정', '긍정 질문'], dysfunctional: ['부정', '부정 질문'], importance: ['중요도'] }, noAnswer: ['무응답'] },
  { headers: { functional: ['funkcionális'], dysfunctional: ['diszfunkcionális'], importance: ['fontosság'] }, noAnswer: ['nincs válasz'] },
  {
    headers: { functional: ['正向問題', '具備'], dysfunctional: ['反向問題', '不具備'], importance: ['重要性', '重要程度'] },
    noAnswer: ['跳過'],
  },
];

/** What headers write before or after the name of a feature, for one of the two questions or the importance. */
export function headerWords(kind: QuestionKind): readonly string[] {
  return [...languageRecords.map(({ questions }) => questions[kind].headers), ...otherLanguages.map(({ headers }) => headers[kind])].flat();
}

/** What exports write where nobody answered. */
export const noAnswerWords: readonly string[] = [...languageRecords, ...otherLanguages].flatMap(({ noAnswer }) => noAnswer);

/** Headers of the column that names the persona of a respondent, with the question of our own forms, in every language. */
export const personaHeaders: readonly string[] = languageRecords.flatMap(({ columns, personaQuestion }) => [
  ...columns.persona,
  personaQuestion,
]);

/** Headers of columns that tell respondents apart in many exports, and name something else in others. */
export const likelyRespondentHeaders: readonly string[] = [
  ...['email address', 'email', 'e-mail', 'mail', 'username', 'user name', 'user', 'user id', 'customer id', 'prolific pid', 'worker id'],
  ...['teilnehmer', 'teilnehmer id', 'e-mail-adresse', '邮箱', '电子邮箱', '用户id', '回答者id', 'メールアドレス'],
];

/** Headers of columns of weights, in every language. */
export const weightHeaders: readonly string[] = [
  ...languageRecords.flatMap(({ columns }) => columns.weight),
  ...[
    'weighting',
    'weighting factor',
    'survey weight',
    'sampling weight',
    'case weight',
    'weight factor',
    'wgt',
    'wt',
    'wght',
    'weightvar',
  ],
  ...[
    'gewicht',
    'gewichte',
    'gewichtung',
    'gewichtungsfaktor',
    'poids',
    'pondération',
    'coefficient de pondération',
    'coefficient de redressement',
  ],
  ...['peso', 'pesos', 'ponderación', 'ponderacion', 'factor de ponderación', 'factor de expansión', 'ponderação', 'fator de ponderação'],
  ...[
    'pesi',
    'ponderazione',
    'fattore di ponderazione',
    'peso campionario',
    'вес',
    'веса',
    'весовой коэффициент',
    'коэффициент взвешивания',
  ],
  ...[
    'weging',
    'wegingsfactor',
    'súly',
    'súlyozás',
    'súlyváltozó',
    'ウェイト',
    'ウエイト',
    '重み',
    '加重',
    'ウェイトバック',
    '가중치',
    '權重',
    '加權',
    '加權值',
    '权重值',
    '加权值',
  ],
];

/** Words beside them in such headers. */
export const weightParts: readonly string[] = [
  ...[
    'final',
    'sample',
    'sampling',
    'survey',
    'case',
    'person',
    'respondent',
    'design',
    'post',
    'poststratification',
    'stratification',
    'strat',
  ],
  ...[
    'trimmed',
    'trim',
    'raked',
    'rake',
    'raking',
    'norm',
    'normalized',
    'normalised',
    'total',
    'all',
    'w',
    'wave',
    'factor',
    'variable',
    'var',
    'nat',
    'pop',
  ],
  ...[
    'population',
    'general',
    'main',
    'panel',
    'adult',
    'adults',
    'faktor',
    'gesamt',
    'des',
    'fall',
    'individuel',
    'individual',
    'muestral',
    'final',
  ],
];

/** Words in headers of columns that tell respondents apart. */
export const respondentWords: ReadonlySet<string> = new Set([
  ...[
    'id',
    'ids',
    'uid',
    'uuid',
    'guid',
    'pid',
    'email',
    'mail',
    'username',
    'login',
    'token',
    'respondent',
    'participant',
    'panelist',
    'panellist',
  ],
  ...[
    'subject',
    'member',
    'phone',
    'mobile',
    'telefon',
    'handy',
    'teilnehmer',
    'teilnehmerin',
    'teilnehmernummer',
    'proband',
    'probanden',
    'vpn',
  ],
  ...[
    'kundennummer',
    'kennung',
    'wer',
    'who',
    'correo',
    'courriel',
    'participante',
    'encuestado',
    'participant',
    'répondant',
    'rispondente',
    'partecipante',
  ],
  ...[
    'респондент',
    'участник',
    'почта',
    'телефон',
    '手机',
    '手机号',
    '手机号码',
    '用户',
    '用户名',
    '学号',
    '工号',
    '昵称',
    '電話番号',
    '会員番号',
    '회원번호',
    '이메일',
  ],
]);

/** Headers of columns that say where respondents are, which many share. */
export const headersOfPlaces: readonly string[] = [
  ...[
    'ip',
    'ip address',
    'ipaddress',
    'ip-adresse',
    'adresse ip',
    'ip地址',
    '来自ip',
    'zip',
    'zip code',
    'postcode',
    'postal code',
    'post code',
    'plz',
  ],
  ...[
    'postleitzahl',
    'code postal',
    'código postal',
    'cap',
    '邮编',
    '邮政编码',
    '郵便番号',
    'city',
    'region',
    'location',
    'device',
    'browser',
    'user agent',
  ],
  ...['refurl', 'referer', 'collector id', 'survey id', 'startlanguage', 'screen', 'resolution'],
];

/** Headers of columns that name the product which a row is about. */
export const productHeaders: readonly string[] = [
  ...[
    'product',
    'products',
    'product name',
    'product id',
    'produkt',
    'produktname',
    'produit',
    'nom du produit',
    'producto',
    'produto',
    'prodotto',
  ],
  ...['продукт', 'товар', 'продукты', 'termék', '产品', '产品名称', '產品', '產品名稱', '商品', '製品', '製品名', '제품', '제품명', '상품'],
];

/** Parts of headers of columns with the time at which an answer was sent. */
export const submissionWords: readonly string[] = [
  ...['submi', 'end', 'finish', 'complet', 'recorded', 'timestamp', 'abgabe', '提交', '结束', '完成', '送信', '回答'],
];

/** Headers of columns that say how many respondents a row stands for. */
export const countHeaders: readonly string[] = [
  ...['count', 'counts', 'n', 'respondents', 'responses', 'answers', 'frequency', 'freq', 'total', 'number', 'people', 'users'],
  ...['number of responses', 'number of respondents', 'number of answers', 'response count', 'respondent count', 'no of responses'],
  ...['no of respondents', 'num respondents', 'num responses', 'anzahl', 'häufigkeit', 'anzahl antworten', 'anzahl personen'],
  ...['anzahl befragte', 'anzahl der antworten', 'befragte', 'personen', 'summe', 'gesamt', 'nombre', 'effectif', 'fréquence'],
  ...['nombre de réponses', 'frecuencia', 'cantidad', 'número de respuestas', 'frequência', 'quantidade', 'número de respostas'],
  ...[
    'frequenza',
    'conteggio',
    'numero',
    'numero di risposte',
    'количество',
    'число',
    'частота',
    'количество ответов',
    'darab',
    'gyakoriság',
  ],
  ...[
    '人数',
    '人數',
    '数量',
    '數量',
    '频数',
    '頻數',
    '计数',
    '計數',
    '频次',
    '頻次',
    '总数',
    '總數',
    '票数',
    '件数',
    '度数',
    '回答数',
    '人数（人）',
  ],
  ...['명수', '인원', '인원수', '빈도', '응답자 수', '응답 수', '개수'],
];
