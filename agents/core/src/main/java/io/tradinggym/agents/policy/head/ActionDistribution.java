package io.tradinggym.agents.policy.head;

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
   * @param at index of the first float in the array
   * @param params holds the head's own parameters from {@code paramsAt}
   * @param paramsAt index of the head's first parameter
   * @param mask true = allowed, read at {@code maskAt}; an empty array allows everything
   * @param maskAt index of the first entry of the mask
   */
  void at(float[] outputs, int at, float[] params, int paramsAt, boolean[] mask, int maskAt);

  /**
   * Draws an action and returns the logarithm of its probability (density).
   *
   * @param random the stream to draw from
   * @param action holds the action
   * @param at index of the first float in the array
   * @return the logarithm
   */
  float sample(RandomStream random, float[] action, int at);

  /**
   * Draws an action as {@link #sample} does, but where the head keeps its noise for some steps, with that.
   *
   * @param random the stream to draw from
   * @param noise the lane's {@link ActionHead#noiseSize} standard normal values, read at {@code noiseAt}
   * @param noiseAt index of the first
   * @param action holds the action
   * @param at index of the first float in the array
   * @return the logarithm
   */
  default float explore(RandomStream random, float[] noise, int noiseAt, float[] action, int at) {
    return sample(random, action, at);
  }

  /**
   * Writes the most probable action.
   *
   * @param action holds the action
   * @param at index of the first float in the array
   */
  void mode(float[] action, int at);

  /**
   * {@return the logarithm of the probability (density) of an action}
   *
   * @param action holds the action
   * @param at index of the first float in the array
   */
  float logProbability(float[] action, int at);

  /** {@return the entropy, nats} */
  float entropy();

  /**
   * Adds the gradient of {@code a x logProbability(action) + b x entropy} for the action last given to {@link
   * #logProbability}.
   *
   * @param a dLoss / dLogProbability
   * @param b dLoss / dEntropy
   * @param outputGradient written at {@code at}, one row
   * @param at index of the first output
   * @param gradient the head's own parameters' gradient is added at {@code paramsAt}
   * @param paramsAt index of the head's first parameter
   */
  void backward(float a, float b, float[] outputGradient, int at, float[] gradient, int paramsAt);

  /**
   * Chances of the choices, one after the other, as the mask's layout; writes nothing for a continuous action.
   *
   * @param out where it is written
   * @param at index of the first float in the array
   */
  void probabilities(float[] out, int at);
}
