/**
 * The card of a decision: what was done, what the policy's scores hung on, what spoke against it, regime and risk, what
 * would turn it. From templates, offline. A {@link io.tradinggym.explain.card.DecisionTrace} holds what is known of
 * one decision, an {@link io.tradinggym.explain.card.Explainer} reads it afterwards, and what it claims of the policy
 * is a {@link io.tradinggym.explain.card.Claim} that can be tested. No card names a cause: markets have no debugger.
 */
@NullMarked
package io.tradinggym.explain.card;

import org.jspecify.annotations.NullMarked;
