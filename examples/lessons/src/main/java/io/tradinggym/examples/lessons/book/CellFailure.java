package io.tradinggym.examples.lessons.book;

import org.jspecify.annotations.Nullable;

/** A cell that does not compile or that threw. The message names notebook, cell, its first line and what happened. */
public final class CellFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int cell;

  CellFailure(String notebook, Cell cell, String what, @Nullable Throwable cause) {
    super(notebook + ", cell " + cell.number() + " (" + cell.firstLine() + "): " + what, cause);
    this.cell = cell.number();
  }

  /** Number of the cell, from 1. */
  public int cell() {
    return cell;
  }
}
