package io.tradinggym.explain.sentiment;

import java.util.Optional;

/** Somebody who says how a text sounds: a lexicon, or a model of the user's. */
@FunctionalInterface
public interface SentimentModel {
  /**
   * {@return the sentiment of a text; empty where there is nothing to go by, which is not the same as neutral}
   *
   * @param text of news or a report, as published
   */
  Optional<Sentiment> score(String text);
}
