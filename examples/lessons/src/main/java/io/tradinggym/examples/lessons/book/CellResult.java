package io.tradinggym.examples.lessons.book;

import io.tradinggym.examples.lessons.kit.Picture;
import java.util.List;

/**
 * What a cell did.
 *
 * @param cell the cell
 * @param output what it printed, and the value of its last expression
 * @param pictures what it drew
 */
public record CellResult(Cell cell, String output, List<Picture> pictures) {
  /** Fixes the pictures. */
  public CellResult {
    pictures = List.copyOf(pictures);
  }
}
