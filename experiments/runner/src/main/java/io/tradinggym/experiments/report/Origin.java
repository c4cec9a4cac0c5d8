package io.tradinggym.experiments.report;

import io.tradinggym.experiments.evaluation.Provenance;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.market.instrument.Instrument;
import java.util.List;
import java.util.stream.Collectors;

/** Says in the head of a page and on each of its charts where prices come from: nobody takes a model's for history. */
public final class Origin {
  private static final String SIMULATED = "SIMULATED";

  private Origin() {}

  /** A paragraph for the head of a page. */
  public static String html(Provenance source) {
    return "<p><span class=\"source\">"
        + (source.simulated() ? SIMULATED : "REPLAYED HISTORY")
        + "</span> "
        + Text.escape(source.words())
        + (source.simulated()
            ? ": prices were drawn by a model, whatever names they bear; none of this happened."
            : "")
        + "</p>";
  }

  /** The word on charts; empty for history. */
  static String badge(boolean simulated) {
    return simulated ? SIMULATED : "";
  }

  /** Where the prices of a market come from, in its own words. */
  public static Provenance of(Market market) {
    String names =
        market.instruments().stream().map(Instrument::symbol).collect(Collectors.joining(", "));
    return market.kind() == MarketKind.SIMULATED
        ? new Provenance(true, names)
        : replayed(names, market.tape().bars(), market.repairs());
  }

  /**
   * Bars of files.
   *
   * @param names of what they are of
   * @param repairs what was repaired in the files
   */
  public static Provenance replayed(String names, Bars bars, List<String> repairs) {
    List<Long> ends = List.of(bars.closeTime(0), bars.closeTime(bars.length() - 1));
    return Provenance.replayed(
        names + ", bars from " + Text.day(ends.getFirst()) + " to " + Text.day(ends.getLast()),
        repairs);
  }
}
