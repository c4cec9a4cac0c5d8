package io.tradinggym.trading;

import io.tradinggym.api.TradingControl;
import io.tradinggym.api.TradingView;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketKind;
import io.tradinggym.market.instrument.Equity;
import io.tradinggym.market.instrument.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What environments of a {@link Market} say about themselves. */
public final class DeskView {
  private static final List<String> OF_BARS =
      List.of(
          "A decision at a bar's close is filled at the next bar's open, half a spread worse, with"
              + " commission. Real fills also depend on the queue, the time of day and who is on"
              + " the other side.",
          "Orders fill at most a part of a bar's volume; what the agent does moves no price. Large"
              + " accounts would.");

  private static final String OF_LAWS =
      "Prices of a simulated market come from a law that was fitted to the past. It has no news, no"
          + " regime that was never seen, and no memory of other traders; what pays there need not"
          + " pay anywhere else.";

  private static final String NO_ACTIONS =
      "No dividend or split of a share is known beside its prices, and none is paid: adjusted"
          + " prices hold both in themselves, others lose them.";

  private static final String PRINTED =
      "Prices of shares are as printed. Dividends are paid on the ex-date to longs and by shorts,"
          + " untaxed; splits change what is held, and parts of a lot are paid in cash. Features"
          + " see the printed prices, splits and all.";

  private static final String QUOTED =
      "Bid and ask are those of the data: who takes buys at what was asked and sells at what was"
          + " bid, and no spread is assumed beside them. How much was offered at these prices is"
          + " not known.";

  private static final String OF_ALL = "Taxes, data fees, outages and mistakes cost nothing here.";

  private DeskView() {}

  /**
   * {@return an environment that reports by {@link TradingInfo} what is held of each instrument}
   *
   * @param market what is traded
   * @param actions what the actions mean
   * @param controls trading rules that only the environment knows how to play, for comparison
   * @param assumptions of its own, beside those of all bars
   */
  public static TradingView of(
      Market market,
      ActionScheme actions,
      List<TradingControl> controls,
      List<String> assumptions) {
    List<String> all = new ArrayList<>(OF_BARS);
    if (market.kind() == MarketKind.SIMULATED) {
      all.add(OF_LAWS);
    }
    if (market.instruments().stream().anyMatch(Equity.class::isInstance)) {
      all.add(market.pricesAsPrinted() ? PRINTED : NO_ACTIONS);
    }
    if (market.quoted()) {
      all.add(QUOTED);
    }
    all.add(OF_ALL);
    all.addAll(assumptions);
    return new TradingView(
        market.instruments().stream().map(Instrument::symbol).toList(),
        market.currency().code(),
        market.barsPerYear(),
        market.kind() == MarketKind.SIMULATED,
        actions.meaning(),
        actions.targetWeights(),
        controls,
        fields(market.assets()),
        all);
  }

  private static TradingView.Fields fields(int assets) {
    return new TradingView.Fields(
        TradingInfo.EQUITY,
        TradingInfo.TIME,
        IntStream.range(0, assets).mapToObj(TradingInfo::position).toList(),
        IntStream.range(0, assets).mapToObj(TradingInfo::weight).toList(),
        IntStream.range(0, assets).mapToObj(TradingInfo::price).toList());
  }
}
