/** What exports write in place of the id of a respondent who has none, in lower case. */
export const anonymousWords: readonly string[] = [
  ...['anonymous', 'anonymous user', 'anonym', 'anonyme', 'anonymous respondent', 'anónimo', 'anonimo', 'anônimo', 'аноним', 'анонимно'],
  ...['n/a', '#n/a', 'unknown', 'unbekannt', 'inconnu', 'desconocido', 'desconhecido', 'sconosciuto', 'null', 'undefined'],
  ...['匿名', '匿名用户', '匿名用戶', '未知', '不明', '익명', 'névtelen'],
];
