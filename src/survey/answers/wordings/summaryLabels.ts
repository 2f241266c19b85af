/** What spreadsheets and survey tools write before a row that sums up the rows above or below it. */
export const summaryLabels: readonly string[] = [
  ...['total', 'totals', 'grand total', 'subtotal', 'sub total', 'sum', 'average', 'averages', 'avg', 'mean', 'means', 'mean value'],
  ...['median', 'minimum', 'maximum', 'std dev', 'stdev', 'standard deviation', 'variance', 'overall'],
  ...['summe', 'gesamt', 'gesamtsumme', 'gesamtergebnis', 'zwischensumme', 'durchschnitt', 'mittelwert', 'anzahl'],
  ...['standardabweichung', 'somme', 'moyenne', 'médiane', 'écart type', 'totaux', 'suma', 'promedio', 'mediana', 'soma', 'média'],
  ...[
    'totale',
    'somma',
    'итого',
    'всего',
    'сумма',
    'среднее',
    'медиана',
    '合计',
    '总计',
    '小计',
    '总和',
    '平均',
    '平均值',
    '均值',
    '平均数',
    '中位数',
  ],
  ...['標準偏差', '标准差', '合計', '總計', '小計', '平均値', '中央値', '합계', '평균', '총계', 'összesen', 'átlag', 'összeg'],
];

/** The same, of words that a column of people or groups may have too: only before the first or after the last rows of answers. */
export const summaryLabelsAtEnds: readonly string[] = [
  ...['mode', 'modus', 'modalwert', 'modal', 'count', 'counts', 'summary', 'result', 'results', 'ergebnis', 'percent', 'percentage'],
  ...['mean score', 'average score', 'arithmetic mean', 'average rating', 'mean rating', 'weighted average', 'weighted mean', 'sum total'],
  ...['column total', 'total responses', 'total respondents', 'total answers', 'responses', 'answered', 'skipped', 'all respondents'],
  ...['alle teilnehmer', 'alle befragten', 'varianz', 'prozent', 'ø', 'σ', 'σ x', 'moyenne générale', 'total general', 'total général'],
  ...['varianza', 'variância', 'moda', 'conteo', 'desviación estándar', 'écart-type', 'мода', 'дисперсия', 'количество', 'итог'],
  ...['众数', '眾數', '方差', '最大值', '最小值', '计数', '计', '汇总', '最頻値', '分散', '최빈값', 'módusz'],
];

/** Those that people are called too: only there, and not next to the respondents. */
export const summaryLabelsLikeNames: readonly string[] = ['max', 'min', 'max.', 'min.', 'media', 'mittel', 'n', 'alle', 'all'];
