package io.tradinggym.explain.card;

/** Says why a decision was taken, afterwards. It sees a trace and nothing that could place an order. */
@FunctionalInterface
public interface Explainer {
  /**
   * {@return the explanation of a decision}
   *
   * @param trace one decision with what was known of it
   */
  Explanation explain(DecisionTrace trace);
}
