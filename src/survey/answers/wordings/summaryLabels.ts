// Not “max”, “min”, “media” or “Mittel”: people and groups are called that too.

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
