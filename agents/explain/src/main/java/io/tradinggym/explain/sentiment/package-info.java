/**
 * How a headline sounds, offline: {@link io.tradinggym.explain.sentiment.Lexicon} weighs words of finance, with
 * negation and coverage. What it cannot score it leaves absent. A score is no signal until its information coefficient
 * and its interval are shown.
 */
@NullMarked
package io.tradinggym.explain.sentiment;

import org.jspecify.annotations.NullMarked;
