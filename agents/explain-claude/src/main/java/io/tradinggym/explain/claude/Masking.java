package io.tradinggym.explain.claude;

import io.tradinggym.explain.synthesis.Blocks;
import io.tradinggym.explain.synthesis.Headline;
import io.tradinggym.explain.synthesis.Known;
import io.tradinggym.explain.synthesis.OptionQuote;
import io.tradinggym.explain.synthesis.OptionTicket;
import io.tradinggym.explain.synthesis.Recommendation;
import io.tradinggym.explain.synthesis.Setup;
import io.tradinggym.explain.synthesis.SynthesisContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Hides what would tell a model which company and which day it looks at, for on days that it has read it would answer
 * from memory. Names become {@code Company A} and so on; days are counted from the present of the context, which is
 * moved to 3 January 2000; and since levels betray the day as well, prices are rebased to 100 and the volatility index
 * and yields become percentiles. What cannot be hidden is left out: contracts in words, insiders' money. The same
 * context masks to the same text.
 *
 * <p>What an answer says in words stays in masked terms; its levels and its contract are moved back.
 *
 * @see <a href="https://arxiv.org/abs/2309.17322">Glasserman and Lin (2023)</a>
 */
public final class Masking {
  /** Where every masked context stands in time: 3 January 2000, 21:00 UTC. */
  static final long PRESENT = Instant.parse("2000-01-03T21:00:00Z").toEpochMilli();

  private static final LocalDate TODAY = LocalDate.of(2000, 1, 3);
  private static final double BASE = 100;
  private static final String TICKER = "COMPANY-A";

  private final List<List<String>> companies;
  private final DoubleUnaryOperator vix;
  private final DoubleUnaryOperator tenYear;

  /**
   * A masking.
   *
   * @param companies for each its names: company, products, persons; the first is the security's own, whose ticker
   *     is hidden in any case
   * @param vix share of past days with a lower volatility index, in [0, 1]; NaN where it is not known
   * @param tenYear the same of the ten-year yield
   */
  public Masking(
      List<List<String>> companies, DoubleUnaryOperator vix, DoubleUnaryOperator tenYear) {
    this.companies = companies.stream().map(List::copyOf).toList();
    this.vix = vix;
    this.tenYear = tenYear;
  }

  /** A masking that leaves levels of rates and volatility out. */
  public static Masking of(List<List<String>> companies) {
    return new Masking(companies, level -> Double.NaN, level -> Double.NaN);
  }

  /**
   * A context in masked terms, and the way back.
   *
   * @throws IllegalArgumentException if its price is not known: there is nothing to rebase by
   */
  public Masked mask(SynthesisContext context) {
    if (!context.market().price().isPresent()) {
      throw new IllegalArgumentException("a context without a price cannot be rebased");
    }
    return new Masked(context, BASE / context.market().price().get());
  }

  /** The companies, the first also by its ticker. */
  private List<List<String>> with(String ticker) {
    List<List<String>> all = new ArrayList<>(companies);
    List<String> own = new ArrayList<>(all.isEmpty() ? List.of() : all.removeFirst());
    own.add(ticker);
    all.addFirst(own);
    return all;
  }

  /** A masked context. */
  public final class Masked {
    private final double factor;
    private final long shift;
    private final MaskedText text;
    private final List<OptionQuote> original = new ArrayList<>();
    private final List<OptionQuote> chain = new ArrayList<>();
    private final SynthesisContext context;

    private Masked(SynthesisContext clear, double factor) {
      this.factor = factor;
      text = new MaskedText(with(clear.ticker()));
      shift = PRESENT - clear.asOf();
      quotes(clear);
      context =
          new SynthesisContext(
              TICKER,
              PRESENT,
              market(clear.market()),
              signals(clear.signals()),
              technical(clear.technical()),
              macro(clear.macro()),
              fundamentals(clear.fundamentals()),
              options(clear.options()),
              sizing(clear.sizing()),
              headlines(clear));
    }

    /** What may be shown to a model. */
    public SynthesisContext context() {
      return context;
    }

    /** An answer to the masked context with its levels and its contract in terms of the clear one. */
    public Recommendation clear(Recommendation said) {
      Setup setup = said.setup();
      return new Recommendation(
          said.verdict(),
          said.rationale(),
          setup == null
              ? null
              : new Setup(
                  setup.name(), back(setup.entry()), back(setup.target()), back(setup.stop())),
          ticket(said.option()),
          said.risks(),
          said.alternative(),
          said.confidence());
    }

    private double back(double masked) {
      return cents(masked / factor);
    }

    private @Nullable OptionTicket ticket(@Nullable OptionTicket said) {
      if (said == null) {
        return null;
      }
      OptionQuote bought = quote(said, said.strike());
      Double sold = said.soldStrike();
      return new OptionTicket(
          said.right(),
          bought.strike(),
          sold == null ? null : (Double) quote(said, sold).strike(),
          bought.expiry(),
          back(said.debit()),
          said.contracts());
    }

    private OptionQuote quote(OptionTicket said, double strike) {
      for (int i = 0; i < chain.size(); i++) {
        OptionQuote quote = chain.get(i);
        if (quote.right() == said.right()
            && quote.strike() == strike
            && quote.expiry().equals(said.expiry())) {
          return original.get(i);
        }
      }
      throw new IllegalArgumentException("no contract of the masked chain: " + said);
    }

    /** Rebased and rounded to cents; of contracts that come to lie on one another the first is kept. */
    private void quotes(SynthesisContext clear) {
      LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(clear.asOf()), ZoneOffset.UTC);
      Set<List<Object>> seen = new HashSet<>();
      for (OptionQuote quote : clear.options().chain()) {
        LocalDate expiry = TODAY.plusDays(ChronoUnit.DAYS.between(today, quote.expiry()));
        double strike = cents(quote.strike() * factor);
        if (strike > 0 && seen.add(List.of(quote.right(), strike, expiry))) {
          double bid = cents(quote.bid() * factor);
          double ask = Math.max(bid, cents(quote.ask() * factor));
          original.add(quote);
          chain.add(new OptionQuote(quote.right(), strike, expiry, bid, ask, quote.delta()));
        }
      }
    }

    private Blocks.Market market(Blocks.Market m) {
      return new Blocks.Market(
          scaled(m.price()),
          scaled(m.high52()),
          scaled(m.low52()),
          moved(m.volumeRatio()),
          moved(m.daysToEarnings()));
    }

    private Blocks.Signals signals(Blocks.Signals s) {
      return new Blocks.Signals(
          moved(s.trees()),
          moved(s.sequences()),
          moved(s.ensemble()),
          moved(s.band()),
          moved(s.low()),
          moved(s.high()));
    }

    private Blocks.Technical technical(Blocks.Technical t) {
      return new Blocks.Technical(
          moved(t.rsi()),
          scaled(t.macdHistogram()),
          moved(t.emaDistance()),
          scaled(t.atr()),
          moved(t.atrShare()),
          moved(t.squeeze()),
          moved(t.bullFlag()),
          moved(t.volumeSpike()),
          moved(t.volatility20()),
          moved(t.volatility60()),
          moved(t.volatilityRatio()));
    }

    private Blocks.Macro macro(Blocks.Macro m) {
      return new Blocks.Macro(
          percentile(m.vix(), vix),
          moved(m.regime()),
          percentile(m.tenYear(), tenYear),
          moved(m.slope()),
          moved(m.fundsChange()));
    }

    private Blocks.Fundamentals fundamentals(Blocks.Fundamentals f) {
      return new Blocks.Fundamentals(
          moved(f.beatRate()), Known.absent(), moved(f.analystScore()), moved(f.newsSentiment()));
    }

    private Blocks.Options options(Blocks.Options o) {
      return new Blocks.Options(
          moved(o.ivRatio()),
          moved(o.crushRisk()),
          Known.absent(),
          Known.absent(),
          moved(o.score()),
          chain);
    }

    private Blocks.Sizing sizing(Blocks.Sizing s) {
      return new Blocks.Sizing(
          scaled(s.account()),
          moved(s.riskShare()),
          scaled(s.riskBudget()),
          scaled(s.stopDistance()),
          moved(s.shares()));
    }

    private List<Headline> headlines(SynthesisContext clear) {
      LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(clear.asOf()), ZoneOffset.UTC);
      return clear.headlines().stream()
          .map(h -> new Headline(h.id(), text.masked(h.text(), today), h.knownAt() + shift))
          .toList();
    }

    private <T> Known<T> moved(Known<T> known) {
      return known.isPresent() ? Known.of(known.get(), known.knownAt() + shift) : Known.absent();
    }

    private Known<Double> scaled(Known<Double> known) {
      return known.isPresent()
          ? Known.of(known.get() * factor, known.knownAt() + shift)
          : Known.absent();
    }

    private Known<Double> percentile(Known<Double> known, DoubleUnaryOperator share) {
      return known.isPresent()
          ? Known.number(BASE * share.applyAsDouble(known.get()), known.knownAt() + shift)
          : Known.absent();
    }
  }

  private static double cents(double price) {
    return Math.round(100 * price) / 100.0;
  }
}
