package io.tradinggym.agents.policy;

import io.tradinggym.api.random.RandomStream;

/**
 * The distribution of actions at one row of network outputs: point it {@link #at}, then ask. Mutable scratch, reused
 * from row to row; for one thread.
 */
public interface ActionDistribution {
  /**
   * Points at a row.
   *
   * @param outputs of the policy network, read at {@code at}
   * @param params holds the head's own parameters from {@code paramsAt}
   * @param mask true = allowed, read at {@code maskAt}; an empty array allows everything
   */
  void at(float[] outputs, int at, float[] params, int paramsAt, boolean[] mask, int maskAt);

  /** Draws an action and returns the logarithm of its probability (density). */
  float sample(RandomStream random, float[] action, int at);

  /**
   * Draws an action as {@link #sample} does, but where the head keeps its noise for some steps, with that.
   *
   * @param noise the lane's {@link ActionHead#noiseSize} standard normal values, read at {@code noiseAt}
   */
  default float explore(RandomStream random, float[] noise, int noiseAt, float[] action, int at) {
    return sample(random, action, at);
  }

  /** Writes the most probable action. */
  void mode(float[] action, int at);

  /** Logarithm of the probability (density) of an action. */
  float logProbability(float[] action, int at);

  /** Entropy, nats. */
  float entropy();

  /**
   * Adds the gradient of {@code a x logProbability(action) + b x entropy} for the action last given to {@link
   * #logProbability}.
   *
   * @param a dLoss / dLogProbability
   * @param b dLoss / dEntropy
   * @param outputGradient written at {@code at}, one row
   * @param gradient the head's own parameters' gradient is added at {@code paramsAt}
   */
  void backward(float a, float b, float[] outputGradient, int at, float[] gradient, int paramsAt);

  /** Chances of the choices, one after the other, as the mask's layout; writes nothing for a continuous action. */
  void probabilities(float[] out, int at);
}
