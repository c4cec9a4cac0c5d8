/**
 * Notebooks and how they run: {@link io.tradinggym.examples.lessons.book.Curriculum} lists the lessons, {@link
 * io.tradinggym.examples.lessons.book.Notebook} reads one, {@link io.tradinggym.examples.lessons.book.NotebookRunner}
 * runs its cells in this JVM.
 */
@NullMarked
package io.tradinggym.examples.lessons.book;

import org.jspecify.annotations.NullMarked;
