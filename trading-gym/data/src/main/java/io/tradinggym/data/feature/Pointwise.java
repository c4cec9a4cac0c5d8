package io.tradinggym.data.feature;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** Columns made bar by bar from the same bar of others, or from a bar some way back. */
final class Pointwise {
  private Pointwise() {}

  /** A function of each number. */
  static Column map(Graph g, String name, Column x, DoubleUnaryOperator function) {
    return g.column(
        name + "(" + x.key() + ")",
        0,
        (out, from, to) -> {
          double[] a = x.values();
          for (int t = from; t < to; t++) {
            out[t] = function.applyAsDouble(a[t]);
          }
        },
        x);
  }

  /** A function of two numbers of a bar. */
  static Column map(Graph g, String name, Column x, Column y, DoubleBinaryOperator function) {
    return g.column(
        name + "(" + x.key() + "," + y.key() + ")",
        0,
        (out, from, to) -> {
          double[] a = x.values();
          double[] b = y.values();
          for (int t = from; t < to; t++) {
            out[t] = function.applyAsDouble(a[t], b[t]);
          }
        },
        x,
        y);
  }

  /** 1 where a number fulfils a condition, else 0. */
  static Column flag(Graph g, String name, Column x, DoublePredicate condition) {
    return map(g, name, x, value -> condition.test(value) ? 1 : 0);
  }

  /** {@code x - y}. */
  static Column minus(Graph g, Column x, Column y) {
    return g.column(
        "minus(" + x.key() + "," + y.key() + ")",
        0,
        (out, from, to) -> {
          double[] a = x.values();
          double[] b = y.values();
          for (int t = from; t < to; t++) {
            out[t] = a[t] - b[t];
          }
        },
        x,
        y);
  }

  /** {@code x / y}; another value where y is 0. */
  static Column ratio(Graph g, Column x, Column y, double otherwise) {
    return g.column(
        "ratio(" + x.key() + "," + y.key() + "," + otherwise + ")",
        0,
        (out, from, to) -> {
          double[] a = x.values();
          double[] b = y.values();
          for (int t = from; t < to; t++) {
            out[t] = b[t] == 0 ? otherwise : a[t] / b[t];
          }
        },
        x,
        y);
  }

  /** {@code 100 (x / y - 1)}, percent. */
  static Column percentOver(Graph g, Column x, Column y) {
    return g.column(
        "percentOver(" + x.key() + "," + y.key() + ")",
        0,
        (out, from, to) -> {
          double[] a = x.values();
          double[] b = y.values();
          for (int t = from; t < to; t++) {
            out[t] = 100 * (a[t] / b[t] - 1);
          }
        },
        x,
        y);
  }

  /** {@code factor x}. */
  static Column times(Graph g, double factor, Column x) {
    return g.column(
        "times(" + factor + "," + x.key() + ")",
        0,
        (out, from, to) -> {
          double[] a = x.values();
          for (int t = from; t < to; t++) {
            out[t] = factor * a[t];
          }
        },
        x);
  }

  /** {@code x + factor y}. */
  static Column plus(Graph g, Column x, double factor, Column y) {
    return g.column(
        "plus(" + x.key() + "," + factor + "," + y.key() + ")",
        0,
        (out, from, to) -> {
          double[] a = x.values();
          double[] b = y.values();
          for (int t = from; t < to; t++) {
            out[t] = a[t] + factor * b[t];
          }
        },
        x,
        y);
  }

  /** The number n bars ago. */
  static Column ago(Graph g, Column x, int n) {
    return g.column(
        "ago(" + x.key() + "," + n + ")",
        n,
        (out, from, to) -> System.arraycopy(x.values(), from - n, out, from, to - from),
        x);
  }

  /** {@code x - x n bars ago}. */
  static Column change(Graph g, Column x, int n) {
    return g.column(
        "change(" + x.key() + "," + n + ")",
        n,
        (out, from, to) -> {
          double[] a = x.values();
          for (int t = from; t < to; t++) {
            out[t] = a[t] - a[t - n];
          }
        },
        x);
  }

  /** {@code 100 (x / x n bars ago - 1)}, percent. */
  static Column rateOfChange(Graph g, Column x, int n) {
    return g.column(
        "roc(" + x.key() + "," + n + ")",
        n,
        (out, from, to) -> {
          double[] a = x.values();
          for (int t = from; t < to; t++) {
            out[t] = 100 * (a[t] / a[t - n] - 1);
          }
        },
        x);
  }

  /** {@code ln(x / x n bars ago)}. */
  static Column logReturn(Graph g, Column x, int n) {
    return logRatio(g, x, n == 0 ? x : ago(g, x, n));
  }

  /** {@code ln(x / y)}. */
  static Column logRatio(Graph g, Column x, Column y) {
    return g.column(
        "logRatio(" + x.key() + "," + y.key() + ")",
        0,
        (out, from, to) -> {
          double[] a = x.values();
          double[] b = y.values();
          for (int t = from; t < to; t++) {
            out[t] = io.tradinggym.market.feature.Ratios.log(a[t], b[t]);
          }
        },
        x,
        y);
  }

  /** 1 where x is above y now and was not one bar before, else 0. */
  static Column crossesAbove(Graph g, Column x, Column y) {
    return g.column(
        "crossesAbove(" + x.key() + "," + y.key() + ")",
        1,
        (out, from, to) -> {
          double[] a = x.values();
          double[] b = y.values();
          for (int t = from; t < to; t++) {
            out[t] = a[t] > b[t] && a[t - 1] <= b[t - 1] ? 1 : 0;
          }
        },
        x,
        y);
  }

  /** 1 where x is above y, else 0. */
  static Column above(Graph g, Column x, Column y) {
    return map(g, "above", x, y, (a, b) -> a > b ? 1 : 0);
  }
}
