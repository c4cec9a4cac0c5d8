package io.tradinggym.agents.rollout;

/**
 * What one transition contributes to the loss of an actor-critic, as a function of the three numbers that the networks
 * give it. Called from several threads at a time, each with a term of its own.
 */
@FunctionalInterface
public interface RowLoss {
  /**
   * Reads the term's inputs, writes its slopes and adds to its sums.
   *
   * @param term the transition at work
   */
  void at(Term term);

  /** One transition at work. Scratch, reused from row to row. */
  final class Term {
    Term() {}

    /** Row of the rollout. */
    public int row;

    /** Its position in the minibatch. */
    public int position;

    /** Logarithm of the probability (density) of the action taken, under the parameters as they stand. */
    public float logProbability;

    /** Entropy of the policy there, nats. */
    public float entropy;

    /** The critic's value. */
    public float value;

    /** To be written: d loss / d logProbability. */
    public float logProbabilitySlope;

    /** To be written: d loss / d entropy. */
    public float entropySlope;

    /** To be written: d loss / d value. */
    public float valueSlope;

    /** Losses and other figures are added here; they are summed in a fixed order. */
    public double[] sums = {};
  }
}
