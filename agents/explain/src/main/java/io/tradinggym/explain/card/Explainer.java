package io.tradinggym.explain.card;

/** Says why a decision was taken, afterwards. It sees a trace and nothing that could place an order. */
@FunctionalInterface
public interface Explainer {
  /** The explanation of a decision. */
  Explanation explain(DecisionTrace trace);
}
