/**
 * Questions and how they come back: {@link io.tradinggym.examples.lessons.quiz.Quiz} reads a lesson's questions, {@link
 * io.tradinggym.examples.lessons.quiz.Progress} keeps what was known and when each is due again.
 */
@NullMarked
package io.tradinggym.examples.lessons.quiz;

import org.jspecify.annotations.NullMarked;
