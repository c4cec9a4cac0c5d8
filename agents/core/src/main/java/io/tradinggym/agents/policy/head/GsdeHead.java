package io.tradinggym.agents.policy.head;

import io.tradinggym.agents.nn.Dense;
import io.tradinggym.agents.nn.Initializer;
import io.tradinggym.agents.nn.Layer;
import io.tradinggym.agents.nn.Tap;
import io.tradinggym.agents.nn.kernel.FloatMath;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import java.util.Arrays;

/**
 * A Gaussian whose noise depends on the state, {@link Gsde}: {@code a = mean(s) + W h(s)}, where h is the last hidden
 * layer and {@code W_jk = exp(logStd_jk) e_jk} with standard normal e that stay for some steps. At one state that is a
 * Gaussian of variance {@code sigma_j^2 = sum_k h_k^2 exp(2 logStd_jk) + 1e-6}.
 *
 * <p>A row of outputs holds the means, then h. The noise does not shape h: its gradient stops there. The parameters are
 * logStd, action by action.
 */
final class GsdeHead implements ActionHead {
  private static final float HALF_LOG_2PI = 0.9189385332f;

  /** Keeps the logarithm finite where all features are 0. */
  private static final float EPSILON = 1e-6f;

  private final Box box;
  private final int size;
  private final int features;
  private final Gsde settings;

  /**
   * The head of a Box.
   *
   * @param box the action space; bounds may be infinite
   * @param features width of the last hidden layer, &gt;= 1
   * @param settings how long the noise stays, and how wide it is at first
   */
  public GsdeHead(Box box, int features, Gsde settings) {
    this.box = box;
    this.size = box.size();
    this.features = features;
    this.settings = settings;
  }

  @Override
  public int outputs() {
    return size + features;
  }

  @Override
  public int scores() {
    return size;
  }

  @Override
  public Layer outputLayer(int inputs, Initializer initializer) {
    return new Tap(new Dense(inputs, size, initializer));
  }

  @Override
  public int parameters() {
    return size * features;
  }

  @Override
  public void initialise(float[] params, int at) {
    Arrays.fill(params, at, at + parameters(), (float) settings.logStd());
  }

  @Override
  public int actionSize() {
    return size;
  }

  @Override
  public int maskSize() {
    return 0;
  }

  @Override
  public int noiseSize() {
    return size * features;
  }

  @Override
  public int noiseSteps() {
    return settings.every();
  }

  @Override
  public void clip(float[] action, int at) {
    box.clip(action, at);
  }

  @Override
  public ActionDistribution distribution() {
    return new StateDependent();
  }

  private final class StateDependent implements ActionDistribution {
    private final float[] known = new float[size * features];
    private final float[] sds = new float[size * features];
    private final float[] variances = new float[size * features];
    private final float[] h = new float[features];
    private final float[] squares = new float[features];
    private final float[] means = new float[size];
    private final float[] sigmas = new float[size];
    private final float[] logSigmas = new float[size];
    private final float[] scores = new float[size];

    StateDependent() {
      Arrays.fill(known, Float.NaN);
    }

    @Override
    public void at(
        float[] outputs, int at, float[] params, int paramsAt, boolean[] mask, int maskAt) {
      // Rows share their parameters: the exponentials are worth remembering.
      if (!Arrays.equals(params, paramsAt, paramsAt + known.length, known, 0, known.length)) {
        remember(params, paramsAt);
      }
      System.arraycopy(outputs, at, means, 0, size);
      System.arraycopy(outputs, at + size, h, 0, features);
      for (int k = 0; k < features; k++) {
        squares[k] = h[k] * h[k];
      }
      for (int j = 0; j < size; j++) {
        float variance = EPSILON + dot(squares, variances, j * features);
        sigmas[j] = (float) Math.sqrt(variance);
        logSigmas[j] = 0.5f * FloatMath.log(variance);
      }
    }

    private void remember(float[] params, int paramsAt) {
      System.arraycopy(params, paramsAt, known, 0, known.length);
      for (int i = 0; i < known.length; i++) {
        sds[i] = FloatMath.exp(known[i]);
        variances[i] = sds[i] * sds[i];
      }
    }

    private float dot(float[] x, float[] weights, int at) {
      float sum = 0;
      for (int k = 0; k < features; k++) {
        sum = Math.fma(x[k], weights[at + k], sum);
      }
      return sum;
    }

    @Override
    public float sample(RandomStream random, float[] action, int at) {
      for (int j = 0; j < size; j++) {
        action[at + j] = (float) (means[j] + sigmas[j] * random.gaussian());
      }
      return logProbability(action, at);
    }

    @Override
    public float explore(RandomStream random, float[] noise, int noiseAt, float[] action, int at) {
      for (int j = 0; j < size; j++) {
        float sum = means[j];
        for (int k = 0, i = j * features; k < features; k++, i++) {
          sum = Math.fma(h[k] * sds[i], noise[noiseAt + i], sum);
        }
        action[at + j] = sum;
      }
      return logProbability(action, at);
    }

    @Override
    public void mode(float[] action, int at) {
      System.arraycopy(means, 0, action, at, size);
    }

    @Override
    public float logProbability(float[] action, int at) {
      float sum = 0;
      for (int j = 0; j < size; j++) {
        float score = (action[at + j] - means[j]) / sigmas[j];
        scores[j] = score;
        sum -= 0.5f * score * score + logSigmas[j] + HALF_LOG_2PI;
      }
      return sum;
    }

    @Override
    public float entropy() {
      float sum = 0;
      for (int j = 0; j < size; j++) {
        sum += 0.5f + HALF_LOG_2PI + logSigmas[j];
      }
      return sum;
    }

    /**
     * d log p / d mean = z / sigma; d log p / d log sigma = z^2 - 1; d H / d log sigma = 1; and
     * d log sigma_j / d logStd_jk = h_k^2 exp(2 logStd_jk) / sigma_j^2.
     */
    @Override
    public void backward(
        float a, float b, float[] outputGradient, int at, float[] gradient, int paramsAt) {
      Arrays.fill(outputGradient, at + size, at + size + features, 0);
      for (int j = 0; j < size; j++) {
        float z = scores[j];
        outputGradient[at + j] = a * z / sigmas[j];
        float slope = (a * (z * z - 1) + b) / (sigmas[j] * sigmas[j]);
        int from = j * features;
        for (int k = 0; k < features; k++) {
          gradient[paramsAt + from + k] += slope * squares[k] * variances[from + k];
        }
      }
    }

    @Override
    public void probabilities(float[] out, int at) {}
  }
}
