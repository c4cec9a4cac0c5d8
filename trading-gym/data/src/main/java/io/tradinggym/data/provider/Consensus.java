package io.tradinggym.data.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradinggym.data.collect.CollectException;
import io.tradinggym.data.collect.Judges;
import java.util.ArrayList;
import java.util.List;

/**
 * How many analysts recommend what.
 *
 * @param period as the provider names it
 * @param strongBuy number of analysts who recommend to buy, strongly
 * @param buy number of analysts who recommend to buy
 * @param hold number of analysts who recommend to hold
 * @param sell number of analysts who recommend to sell
 * @param strongSell number of analysts who recommend to sell, strongly
 */
public record Consensus(String period, int strongBuy, int buy, int hold, int sell, int strongSell) {
  /** Of JSON that Finnhub and Yahoo share. */
  static Consensus of(String provider, JsonNode node) throws CollectException {
    return new Consensus(
        Judges.need(provider, node, "period").asText(),
        Judges.need(provider, node, "strongBuy").asInt(),
        Judges.need(provider, node, "buy").asInt(),
        Judges.need(provider, node, "hold").asInt(),
        Judges.need(provider, node, "sell").asInt(),
        Judges.need(provider, node, "strongSell").asInt());
  }

  /**
   * {@return the months of Yahoo's {@code recommendationTrend}, this one first; their periods count back, {@code 0m},
   * {@code -1m}}
   *
   * @param recommendationTrend that module's JSON
   * @throws CollectException SCHEMA if a count is missing
   */
  public static List<Consensus> ofYahoo(JsonNode recommendationTrend) throws CollectException {
    List<Consensus> months = new ArrayList<>();
    for (JsonNode each : recommendationTrend.path("trend")) {
      months.add(of("yahoo", each));
    }
    return months;
  }

  /** {@return {@code (2 strong buys + buys - sells - 2 strong sells) / (2 analysts)}, -1 .. 1; 0 if there are none} */
  public double score() {
    int analysts = strongBuy + buy + hold + sell + strongSell;
    return analysts == 0 ? 0 : (2.0 * strongBuy + buy - sell - 2 * strongSell) / (2.0 * analysts);
  }
}
