/**
 * What a lesson's notebook uses beside the library: a {@link io.tradinggym.examples.lessons.kit.Picture} to draw, a
 * {@link io.tradinggym.examples.lessons.kit.Claim} to end with, a {@link io.tradinggym.examples.lessons.kit.Size} that
 * tells how large an experiment may be.
 */
@NullMarked
package io.tradinggym.examples.lessons.kit;

import org.jspecify.annotations.NullMarked;
