/// Lists with what real ones have: contents, badges, notes, tables, references, code.
let orgList = """
  #+TITLE: Awesome Bars
  #+OPTIONS: toc:2 ^:nil
  # A comment.
  [[https://awesome.example][https://awesome.example/badge.svg]]

  A curated list of bars.

  * Contents :TOC:
  - [[#editors][Editors]]
    - [[#small][Small]]

  * Editors                                                          :tag:a:
  :PROPERTIES:
  :CUSTOM_ID: editors
  :END:
  - [[https://ex.org/alpha][Alpha]] - An *alpha*, with =code=,
    over two lines. See also [[https://ex.org/see][this]].

    A second paragraph.
  - [[https://ex.org/beta_(x)][Beta /b/]] :: A beta.
    + [[https://ex.org/nested][Nested]] - In it.
      1) [ ] [[https://ex.org/deep][Deep]]
  - https://ex.org/bare - A bare one.
  - [[gh:o/n][Abbreviated]]

  #+LINK: gh https://github.com/

  ** TODO [#A] Small
  | Name                     | What  |
  |--------------------------+-------|
  | [[https://ex.org/t][T]]  | a t   |

  #+begin_src sh
  - [[https://no.example][No]]
  #+end_src
  * Old :noexport:
  - [[https://no.example/2][No]]

  """

let rstList = """
  ============
  Awesome Foos
  ============

  .. image:: https://awesome.example/badge.svg
     :target: https://awesome.example

  .. contents:: **Contents**
     :depth: 2
     :local:

  A curated list of `foos <https://foo.example>`_.

  Frameworks
  ==========

  .. note:: Nothing to see
     `here <https://here.example>`_.

  * `Alpha <https://ex.org/alpha>`_ - An alpha, with *emphasis* and ``code``,
    over two lines.
  * `Beta
    <https://ex.org/beta_x>`__ - A beta_ thing.

    - `Nested <https://ex.org/nested>`_ - In it.
      Over two lines.

      1. `Deep <https://ex.org/deep>`_

  * Gamma_ - By reference.
  * `Delta`__ - Anonymous.
  * |badge| `Eps <https://ex.org/(eps)?a=1&copy=2>`_ |more| - Text with foo\\_bar.

  .. _Gamma: https://ex.org/gamma
  .. _beta: https://ex.org/beta-ref
  __ https://ex.org/delta

  .. |badge| image:: https://img.example/b.svg
  .. |more| replace:: (replaced)

  Tools
  -----

  `Zeta <https://ex.org/zeta>`_
      A definition of zeta.

  `Eta <https://ex.org/eta>`_
      A definition of eta.

  Code::

      * `No <https://no.example>`_

  ==============================  ===========
  Name                            What
  ==============================  ===========
  `Theta <https://ex.org/th>`_    The theta
  `Iota <https://ex.org/iota>`_   The iota
                                  of two lines
  ==============================  ===========

  +-------------------------------+-----------+
  | Name                          | What      |
  +===============================+===========+
  | `Kappa                        | A kappa   |
  | <https://ex.org/kappa>`_      | of two    |
  +-------------------------------+-----------+

  .. list-table::
     :header-rows: 1

     * - Name
       - What
     * - `Lambda <https://ex.org/lambda>`_
       - A lambda

  .. A comment
     * `No <https://no.example/2>`_

  """

let asciiDocList = """
  = Awesome Bazes
  An Author <a@ex.org>
  v1, 2020-01-01
  :toc:
  :gh: https://github.com

  image:https://awesome.example/badge.svg[Awesome,link=https://awesome.example]
  A curated list of bazes.

  toc::[]

  // A comment.
  == Frameworks

  * https://ex.org/alpha[Alpha] - An *alpha*, with `code`,
  over two lines.
  ** link:https://ex.org/nested_x[Nested^] - In it.
  *** https://ex.org/deep["Deep, it is",role=x]
  * {gh}/o/n[Attribute,window=_blank] - By attribute.
  * https://ex.org/bare - A bare one.
  +
  More on it.

  .Caption
  [horizontal]
  https://ex.org/zeta[Zeta]:: A definition.
  <<tools,Tools>>::
    Another, of https://ex.org/more[more].

  [[tools]]
  === Tools

  [cols="1,2",options="header"]
  |===
  |Name |What

  |https://ex.org/t[T]
  |A t with link:https://ex.org/u[u]
  |===

  [source,sh]
  ----
  * https://no.example[No]
  ----

  ////
  * https://no.example/2[No]
  ////

  """
