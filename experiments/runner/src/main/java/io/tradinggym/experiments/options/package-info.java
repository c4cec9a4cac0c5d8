/**
 * The option analyzer for people: {@link io.tradinggym.experiments.options.ChainStudy} puts files and wishes together,
 * {@link io.tradinggym.experiments.options.StudyTable} and {@link io.tradinggym.experiments.options.StudyJson} tell the
 * result.
 */
@NullMarked
package io.tradinggym.experiments.options;

import org.jspecify.annotations.NullMarked;
