// What the map uses of vis-network 9.1.2, as pyvis brings it: a global of the page, with a little of what lies within it.

declare namespace vis {
  interface Point { x: number; y: number }
  interface Options { hidden: boolean; width: number; color: { color: string; opacity: number } }
  interface Shape extends Point {
    options: Options;
    labelModule: Label;
    updateLabelModule(): void;
    draw(context: CanvasRenderingContext2D): object;
  }
  interface Label {
    update(): void;
    initFontOptions(): void;
  }
  interface Handler { options: { [name: string]: object } }
  interface Line {
    options: Options;
    from: Point;
    to: Point;
    edgeType: { getDistanceToEdge(x1: number, y1: number, x2: number, y2: number, x: number, y: number): number };
    draw(context: CanvasRenderingContext2D): void;
  }
  interface Items { add(items: object[]): void }
  interface View { position?: Point; scale?: number; animation: boolean }

  class Network {
    constructor(box: HTMLElement, data: { nodes: object[]; edges: object[] }, options: object);
    body: {
      nodes: Record<string, Shape>;
      edges: Record<string, Line>;
      edgeIndices: number[];
      data: { nodes: Items; edges: Items };
      emitter: { emit(event: string): void };
    };
    renderer: { redrawRequested: boolean };
    nodesHandler: Handler;
    edgesHandler: Handler;
    canvas: { frame: HTMLElement & { canvas: HTMLCanvasElement } };
    on(event: "beforeDrawing" | "afterDrawing", act: (context: CanvasRenderingContext2D) => void): void;
    on(event: "click" | "doubleClick", act: (event: { pointer: { DOM: Point } }) => void): void;
    once(event: "afterDrawing", act: () => void): void;
    setData(data: { nodes: object[]; edges: object[] }): void;
    fit(how: { nodes: number[]; maxZoomLevel: number; animation: boolean }): void;
    moveTo(view: View): void;
    setSize(width: string, height: string): void;
    redraw(): void;
    getScale(): number;
    getViewPosition(): Point;
    getPosition(id: number): Point;
    canvasToDOM(point: Point): Point;
    DOMtoCanvas(point: Point): Point;
    _updateVisibleIndices(): void;
  }
}
