package io.tradinggym.experiments.signals;

import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.FeatureColumns;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.explain.synthesis.Blocks;
import io.tradinggym.explain.synthesis.Known;
import io.tradinggym.explain.synthesis.OptionQuote;
import io.tradinggym.explain.synthesis.SynthesisContext;
import io.tradinggym.market.instrument.OptionContract.Right;
import io.tradinggym.options.analysis.Analysis;
import io.tradinggym.options.analysis.OptionIdea;
import io.tradinggym.options.pricing.OptionType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the synthesis of a ticker is told: the daily job's numbers in blocks, each with when it was known. */
final class TickerContext {
  private static final int YEAR = 252;
  private static final int MONTH_OF_DAYS = 30;
  private static final long DAY = 86_400_000;
  private static final double STOP_RANGES = 2;

  /** Van Tharp's sizing in the signal system: 5 % of an account of $1,000. */
  private static final double ACCOUNT = 1_000;

  private final PriceBars bars;
  private final FeatureColumns columns;
  private final long now;

  private TickerContext(PriceBars bars) {
    this.bars = bars;
    columns =
        new FeatureColumns(
            Catalog.standard()
                .parse(
                    "RSI_14, MACD_hist, price_vs_ema200, ATR_14, atrp(14), BB_squeeze,"
                        + " bull_flag_setup, volume_spike, hist_volatility_20, hist_volatility_60,"
                        + " hv_ratio, volume_ratio"));
    columns.compute(bars);
    now = bars.closeTime(bars.size() - 1);
  }

  /** The context of a ticker at its last close; the synthesis itself is not looked at. */
  static SynthesisContext of(TickerSignal signal, TickerData data, Watchlist watchlist) {
    TickerContext context = new TickerContext(signal.bars());
    return new SynthesisContext(
        signal.ticker(),
        context.now,
        context.market(),
        context.signals(signal),
        context.technical(),
        context.macro(data),
        Blocks.Fundamentals.absent(),
        context.options(signal.options()),
        context.sizing(watchlist),
        List.of());
  }

  private double last(String feature) {
    return columns.value(columns.index(feature), bars.size() - 1);
  }

  private Known<Double> number(double value) {
    return Known.number(value, now);
  }

  private Known<Double> number(String feature) {
    return number(last(feature));
  }

  private Known<Boolean> flag(String feature) {
    double value = last(feature);
    return Double.isNaN(value) ? Known.absent() : Known.of(value > 0, now);
  }

  private Blocks.Market market() {
    IntStream year = IntStream.range(Math.max(0, bars.size() - YEAR), bars.size());
    int[] days = year.toArray();
    return new Blocks.Market(
        number(bars.close(bars.size() - 1)),
        number(IntStream.of(days).mapToDouble(bars::high).max().orElseThrow()),
        number(IntStream.of(days).mapToDouble(bars::low).min().orElseThrow()),
        number("volume_ratio"),
        Known.absent());
  }

  private Blocks.Signals signals(TickerSignal signal) {
    Study study = signal.study();
    return new Blocks.Signals(
        number(study.trees()),
        number(study.sequences()),
        number(study.score()),
        Known.of(signal.band().name(), now),
        number(study.interval().low()),
        number(study.interval().high()));
  }

  private Blocks.Technical technical() {
    return new Blocks.Technical(
        number("RSI_14"),
        number("MACD_hist"),
        number(last("price_vs_ema200") / 100),
        number("ATR_14"),
        number(last("ATR_14") / bars.close(bars.size() - 1)),
        flag("BB_squeeze"),
        flag("bull_flag_setup"),
        flag("volume_spike"),
        number("hist_volatility_20"),
        number("hist_volatility_60"),
        number("hv_ratio"));
  }

  private Blocks.Macro macro(TickerData data) {
    Known<Double> vix = known(data, "VIXCLS", now);
    Known<Double> ten = known(data, "DGS10", now);
    Known<Double> two = known(data, "DGS2", now);
    Known<Double> funds = known(data, "DFF", now);
    Known<Double> before = known(data, "DFF", now - MONTH_OF_DAYS * DAY);
    return new Blocks.Macro(
        vix,
        vix.isPresent() ? Known.of(regime(vix.get()), vix.knownAt()) : Known.absent(),
        ten,
        difference(ten, two),
        difference(funds, before));
  }

  private static Known<Double> known(TickerData data, String series, long time) {
    Optional<KnownSeries> values = data.macro(series);
    int at = values.isPresent() ? values.get().indexAt(time) : -1;
    return at < 0 ? Known.absent() : Known.number(values.get().value(at), values.get().knownAt(at));
  }

  private static Known<Double> difference(Known<Double> a, Known<Double> b) {
    return a.isPresent() && b.isPresent()
        ? Known.number(a.get() - b.get(), Math.max(a.knownAt(), b.knownAt()))
        : Known.absent();
  }

  private static String regime(double vix) {
    return vix < 15 ? "CALM" : vix <= 25 ? "NORMAL" : vix <= 35 ? "ELEVATED" : "CRISIS";
  }

  private Blocks.Options options(OptionColumn column) {
    if (column.study() == null) {
      return Blocks.Options.absent();
    }
    Analysis analysis = column.study().analysis();
    long quoted = column.study().chain().time().toEpochMilli();
    if (quoted > now) {
      return Blocks.Options.absent();
    }
    return new Blocks.Options(
        Known.number(analysis.view().ratio().orElse(Double.NaN), quoted),
        Known.of(analysis.view().crush() == io.tradinggym.options.analysis.CrushRisk.HIGH, quoted),
        column.best().isEmpty() ? Known.absent() : Known.of(column.top(), quoted),
        analysis
            .spread()
            .map(
                spread ->
                    Known.of(
                        spread.name() + " " + spread.longStrike() + "/" + spread.shortStrike(),
                        quoted))
            .orElse(Known.absent()),
        column.best().isEmpty()
            ? Known.absent()
            : Known.number(100 * column.best().getFirst().score().total(), quoted),
        column.best().stream().filter(TickerContext::quoted).map(TickerContext::quote).toList());
  }

  private static boolean quoted(OptionIdea idea) {
    return idea.bid() >= 0 && idea.ask() >= idea.bid();
  }

  private static OptionQuote quote(OptionIdea idea) {
    return new OptionQuote(
        idea.type() == OptionType.CALL ? Right.CALL : Right.PUT,
        idea.strike(),
        idea.expiry(),
        idea.bid(),
        idea.ask(),
        idea.delta());
  }

  private Blocks.Sizing sizing(Watchlist watchlist) {
    double distance = STOP_RANGES * last("ATR_14");
    double budget = ACCOUNT * watchlist.portfolioRisk();
    return new Blocks.Sizing(
        number(ACCOUNT),
        number(watchlist.portfolioRisk()),
        number(budget),
        number(distance),
        distance > 0 ? Known.of((int) (budget / distance), now) : Known.absent());
  }
}
