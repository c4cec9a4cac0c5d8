package io.tradinggym.data.feature;

import static io.tradinggym.data.feature.Averages.exponential;
import static io.tradinggym.data.feature.Averages.wilder;
import static io.tradinggym.data.feature.Pointwise.change;
import static io.tradinggym.data.feature.Pointwise.map;
import static io.tradinggym.data.feature.Pointwise.minus;
import static io.tradinggym.data.feature.Pointwise.percentOver;
import static io.tradinggym.data.feature.Pointwise.plus;
import static io.tradinggym.data.feature.Pointwise.ratio;
import static io.tradinggym.data.feature.Pointwise.times;

/** Oscillators of price. Where there is nothing to divide by, each stands in its middle. */
final class Oscillators {
  private Oscillators() {}

  static Column ups(Graph g, Column x) {
    return map(g, "up", change(g, x, 1), change -> Math.max(change, 0));
  }

  static Column downs(Graph g, Column x) {
    return map(g, "down", change(g, x, 1), change -> Math.max(-change, 0));
  }

  /** {@code 100 x / (x + y)}; 50 if both are 0. */
  private static Column share(Graph g, Column x, Column y) {
    return map(g, "share", x, y, (a, b) -> a + b == 0 ? 50 : 100 * a / (a + b));
  }

  static Column rsi(Graph g, Column x, int n) {
    return share(g, wilder(g, ups(g, x), n), wilder(g, downs(g, x), n));
  }

  static Column macd(Graph g, int fast, int slow) {
    return minus(g, exponential(g, g.close(), fast), exponential(g, g.close(), slow));
  }

  static Column macdSignal(Graph g, int fast, int slow, int signal) {
    return exponential(g, macd(g, fast, slow), signal);
  }

  static Column macdHistogram(Graph g, int fast, int slow, int signal) {
    return minus(g, macd(g, fast, slow), macdSignal(g, fast, slow, signal));
  }

  static Column ppo(Graph g, int fast, int slow) {
    return percentOver(g, exponential(g, g.close(), fast), exponential(g, g.close(), slow));
  }

  /** Raw %K. */
  static Column stochastic(Graph g, int n) {
    return position(g, g.close(), Rolling.max(g, g.high(), n), Rolling.min(g, g.low(), n));
  }

  /** {@code 100 (x - low) / (high - low)}; 50 where they are the same. */
  static Column position(Graph g, Column x, Column high, Column low) {
    Column above = minus(g, x, low);
    Column range = minus(g, high, low);
    return map(g, "position", above, range, (a, r) -> r > 0 ? 100 * a / r : 50);
  }

  static Column stochasticRsi(Graph g, int n, int window) {
    Column rsi = rsi(g, g.close(), n);
    return position(g, rsi, Rolling.max(g, rsi, window), Rolling.min(g, rsi, window));
  }

  static Column typical(Graph g) {
    Column middle = plus(g, g.high(), 1, g.low());
    return map(g, "typical", middle, g.close(), (m, c) -> (m + c) / 3);
  }

  static Column cci(Graph g, int n) {
    Column typical = typical(g);
    Column distance = minus(g, typical, Averages.simple(g, typical, n));
    return ratio(g, distance, times(g, 0.015, Rolling.meanDeviation(g, typical, n)), 0);
  }

  /** {@code 100 EMA(EMA(change)) / EMA(EMA(|change|))}. */
  static Column trueStrength(Graph g, int slow, int fast) {
    Column change = change(g, g.close(), 1);
    Column signed = exponential(g, exponential(g, change, slow), fast);
    Column absolute = map(g, "abs", change, Math::abs);
    Column size = exponential(g, exponential(g, absolute, slow), fast);
    return times(g, 100, ratio(g, signed, size, 0));
  }

  /** Percent change of an exponential average taken three times. */
  static Column trix(Graph g, int n) {
    Column once = exponential(g, g.close(), n);
    Column twice = exponential(g, once, n);
    return Pointwise.rateOfChange(g, exponential(g, twice, n), 1);
  }

  /** Chande's: {@code 100 (up - down) / (up + down)}, sums of n. */
  static Column chande(Graph g, int n) {
    Column up = Rolling.sum(g, ups(g, g.close()), n);
    Column down = Rolling.sum(g, downs(g, g.close()), n);
    return map(g, "chande", up, down, (a, b) -> a + b == 0 ? 0 : 100 * (a - b) / (a + b));
  }

  /** Williams' ultimate oscillator: buying pressure over the true range, three windows weighted 4, 2, 1. */
  static Column ultimate(Graph g, int a, int b, int c) {
    Column before = Pointwise.ago(g, g.close(), 1);
    Column floor = map(g, "least", g.low(), before, Math::min);
    Column pressure = minus(g, g.close(), floor);
    Column range = Ranges.trueRange(g);
    Column two = plus(g, times(g, 4, part(g, pressure, range, a)), 2, part(g, pressure, range, b));
    return times(g, 100.0 / 7, plus(g, two, 1, part(g, pressure, range, c)));
  }

  private static Column part(Graph g, Column pressure, Column range, int n) {
    return ratio(g, Rolling.sum(g, pressure, n), Rolling.sum(g, range, n), 0.5);
  }

  /** Mean of 5 less mean of 34 middles of the range. */
  static Column awesome(Graph g, int fast, int slow) {
    Column middle = times(g, 0.5, plus(g, g.high(), 1, g.low()));
    return minus(g, Averages.simple(g, middle, fast), Averages.simple(g, middle, slow));
  }
}
