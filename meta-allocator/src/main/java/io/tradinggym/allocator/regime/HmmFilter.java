package io.tradinggym.allocator.regime;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Chances of the hidden states given all bars up to now, by Bayes' rule. Where the model is the market's law nothing
 * can do better.
 *
 * <pre>
 *   predict  p_j = sum_i p_i A_ij        update  p_j ~ p_j density_j(x)
 * </pre>
 *
 * @see <a href="https://doi.org/10.2307/1912559">Hamilton (1989)</a>
 */
public final class HmmFilter implements RegimeModel {
  private final HiddenMarkovModel model;
  private final double[] now;
  private final double[] next;
  private boolean started;
  private double logLikelihood;

  /**
   * The filter of a law that is known.
   *
   * @param model states, what is seen in them, and how they follow each other
   */
  public HmmFilter(HiddenMarkovModel model) {
    this.model = model;
    now = new double[model.states()];
    next = new double[model.states()];
    reset();
  }

  /** {@return the law that is filtered with} */
  public HiddenMarkovModel model() {
    return model;
  }

  /** {@return the natural log likelihood of all bars so far} */
  public double logLikelihood() {
    return logLikelihood;
  }

  @Override
  public int states() {
    return now.length;
  }

  @Override
  public int dimensions() {
    return model.emission().dimensions();
  }

  /**
   * Writes the chance of each state at the coming bar.
   *
   * @param out receives one chance a state, sum 1
   */
  public void predict(double[] out) {
    if (!started) {
      System.arraycopy(now, 0, out, 0, now.length);
      return;
    }
    for (int j = 0; j < now.length; j++) {
      out[j] = 0;
      for (int i = 0; i < now.length; i++) {
        out[j] += now[i] * model.transition()[i][j];
      }
    }
  }

  @Override
  public void update(double[] x) {
    Check.observation(x, dimensions());
    update(x, 0);
  }

  void update(double[] x, int from) {
    predict(next);
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < now.length; j++) {
      now[j] = model.emission().logDensity(j, x, from);
      largest = next[j] > 0 ? Math.max(largest, now[j]) : largest;
    }
    double sum = 0;
    for (int j = 0; j < now.length; j++) {
      now[j] = next[j] > 0 ? next[j] * StrictMath.exp(now[j] - largest) : 0;
      sum += now[j];
    }
    for (int j = 0; j < now.length; j++) {
      now[j] /= sum;
    }
    logLikelihood += largest + StrictMath.log(sum);
    started = true;
  }

  @Override
  public void probabilities(double[] out) {
    System.arraycopy(now, 0, out, 0, now.length);
  }

  /**
   * {@return the chance of one state at the last bar}
   *
   * @param state index of the state, from 0
   */
  public double probability(int state) {
    return now[state];
  }

  @Override
  public int state() {
    return Likeliest.of(now);
  }

  @Override
  public void reset() {
    System.arraycopy(model.initial(), 0, now, 0, now.length);
    started = false;
    logLikelihood = 0;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (double value : now) {
      out.writeDouble(value);
    }
    out.writeBoolean(started);
    out.writeDouble(logLikelihood);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (int i = 0; i < now.length; i++) {
      now[i] = in.readDouble();
    }
    started = in.readBoolean();
    logLikelihood = in.readDouble();
  }
}
