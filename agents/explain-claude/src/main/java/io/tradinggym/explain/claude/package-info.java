/**
 * Claude's synthesis of what is known of a security. {@link io.tradinggym.explain.claude.ClaudeSynthesizer} asks, and
 * answers from its {@link io.tradinggym.explain.claude.AnswerStore} by default; {@link
 * io.tradinggym.explain.claude.ModelCatalog} knows prices and cutoffs, {@link io.tradinggym.explain.claude.Ledger}
 * holds the money back, {@link io.tradinggym.explain.claude.Masking} hides what betrays the year, and {@link
 * io.tradinggym.explain.claude.ClaudeFeature} is an observation only after the model's cutoff. The model is given no
 * tools and places no orders. This module alone needs the SDK, which is large.
 */
@NullMarked
package io.tradinggym.explain.claude;

import org.jspecify.annotations.NullMarked;
