package io.tradinggym.trading.rule;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Clock;
import io.tradinggym.market.instrument.Instrument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Does a rule decide by the past alone? It is asked on drawn bars, and again on bars that are the same up to some close
 * and others from there on: up to that close it must want the same. What reaches the bars behind the view, draws by
 * itself, or remembers what it saw in an earlier episode, does not.
 *
 * <p>A peep at the sign of the next bar is found but once in 2^{@value #FUTURES}. What is not found: a rule that brings
 * the history of a real market along, by its dates.
 */
public final class Foresight {
  private static final int FUTURES = 24;

  /** Bars from the first decision to the earliest close after which the future changes. */
  private static final int FIRST = 8;

  private static final int APART = 3;

  /** Bars behind the last such close. */
  private static final int BEYOND = 40;

  /** Rules that look back on more are asked nothing: they would take longer than what they are asked for. */
  private static final int LONGEST = 20_000;

  private static final long DAY = 86_400_000;
  private static final long START = 946_684_800_000L; // 2000-01-01
  private static final double PRICE = 100;
  private static final int TICKS = 1000;
  private static final double EQUITY = 100_000;
  private static final double DEVIATION = .015;

  private final Rule rule;
  private final List<Instrument> instruments;
  private final int first;

  private Foresight(Rule rule, List<Instrument> instruments) {
    this.rule = rule;
    this.instruments = instruments;
    first = Math.max(1, rule.warmUp()) - 1;
  }

  /**
   * Refuses a rule that decides by more than the past; one that fails on drawn bars passes.
   *
   * @param rule that is to play
   * @param instruments what it is to trade
   * @throws IllegalArgumentException naming the rule, and what it wanted before two futures
   */
  public static void requireNone(Rule rule, List<Instrument> instruments) {
    if (rule.warmUp() <= LONGEST) {
      new Foresight(rule, instruments).check();
    }
  }

  private void check() {
    int length = first + FIRST + FUTURES * APART + BEYOND;
    RandomStreams streams = RandomStreams.of(1);
    long[][] past = drawn(length, streams.stream("past"));
    int last = first + FIRST + (FUTURES - 1) * APART;
    List<double[]> wanted;
    try {
      wanted = wanted(new Fork(past, past, length), last);
    } catch (RuntimeException e) {
      return; // It may need another market than this; where it fails there, that is told.
    }
    for (int i = 0; i < FUTURES; i++) {
      int until = first + FIRST + i * APART;
      long[][] future = drawn(length, streams.stream("future", i));
      List<double[]> again = wanted(new Fork(past, future, until), until);
      for (int k = 0; k < again.size(); k++) {
        if (!Arrays.equals(again.get(k), wanted.get(k))) {
          throw new IllegalArgumentException(
              "the rule "
                  + rule
                  + " decides by more than the past: after the same bars it wanted "
                  + Arrays.toString(wanted.get(k))
                  + " of equity before one future and "
                  + Arrays.toString(again.get(k))
                  + " before another (NaN: leave it alone); it looks ahead, draws by itself or"
                  + " remembers earlier episodes");
        }
      }
    }
  }

  /** What is wanted at each close from the first decision on, by asset. */
  private List<double[]> wanted(Bars bars, int until) {
    Clock clock = new Clock(bars, instruments);
    AsOf view = clock.view();
    Wishes wishes = new Wishes(instruments.size());
    List<double[]> all = new ArrayList<>();
    for (int bar = first; bar <= until; bar++) {
      clock.set(bar);
      Arrays.fill(wishes.wanted, Double.NaN);
      rule.decide(view, wishes);
      wishes.fill();
      all.add(wishes.wanted.clone());
    }
    return all;
  }

  /** Closes by asset, in ticks. */
  private long[][] drawn(int length, RandomStream random) {
    long[][] closes = new long[instruments.size()][length];
    for (int asset = 0; asset < closes.length; asset++) {
      double level = Math.max(TICKS, PRICE / instruments.get(asset).toPrice(1));
      for (int bar = 0; bar < length; bar++) {
        level *= 1 + DEVIATION * random.gaussian();
        closes[asset][bar] = Math.max(2, Math.round(level));
      }
    }
    return closes;
  }

  /** Filled at once and in full. */
  private static final class Wishes implements Intents {
    private final double[] wanted;
    private final double[] held;

    Wishes(int assets) {
      wanted = new double[assets];
      held = new double[assets];
    }

    void fill() {
      for (int asset = 0; asset < held.length; asset++) {
        held[asset] = Double.isNaN(wanted[asset]) ? held[asset] : wanted[asset];
      }
    }

    @Override
    public void weight(int asset, double weight) {
      wanted[asset] = weight;
    }

    @Override
    public double held(int asset) {
      return held[asset];
    }

    @Override
    public double equity() {
      return EQUITY;
    }

    @Override
    public boolean tradable(int asset) {
      return true;
    }
  }

  /** One past, and another future from the close after {@code until} on; each bar opens at the close before. */
  private record Fork(long[][] past, long[][] future, int until) implements Bars {
    @Override
    public int assets() {
      return past.length;
    }

    @Override
    public int length() {
      return past[0].length;
    }

    @Override
    public long closeTime(int bar) {
      return START + bar * DAY;
    }

    @Override
    public long open(int asset, int bar) {
      return close(asset, Math.max(0, bar - 1));
    }

    @Override
    public long high(int asset, int bar) {
      return Math.max(open(asset, bar), close(asset, bar)) + 1;
    }

    @Override
    public long low(int asset, int bar) {
      return Math.min(open(asset, bar), close(asset, bar)) - 1;
    }

    @Override
    public long close(int asset, int bar) {
      return (bar <= until ? past : future)[asset][bar];
    }

    @Override
    public long volume(int asset, int bar) {
      return TICKS + close(asset, bar) % TICKS;
    }

    @Override
    public boolean traded(int asset, int bar) {
      return true;
    }
  }
}
