//! Cuts the page's wasm in two: what the first result needs, and the rest, which is loaded after it.
//!
//! The rest is a module of its own over the memory and the table of the first. A function of the first
//! part calls one of the rest through the table, where the rest puts it once it has come; until then a
//! function that stops stands there. The rest calls the first part by its exports.

mod later;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use walrus::ir::{CallIndirect, Const, Instr, InstrSeqId, Value};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind,
    GlobalKind, ImportKind, ImportedFunction, LocalFunction, Module, ModuleConfig,
    RawCustomSection, TableId, passes,
};

use self::later::Later;

/// The module by whose name the rest imports what the first part exports.
const FIRST: &str = "first";

/// How the names begin by which the first part exports to the rest: no name of the bindings does.
const LINK: &str = "#";

/// A section of the rest that is no code: its name and what it holds.
type Section = (&'static str, &'static [u8]);

/// The texts that come later: those of the catalogue, and the English ones of the interface (page/rest.ts).
pub fn texts() -> [Section; 2] {
    [
        ("texts", policy_catalog::later_bytes()),
        ("english", policy_wording::english().as_bytes()),
    ]
}

/// Cuts `whole`, whose functions have their names: it becomes the first part; the rest goes to `rest`, with
/// the texts that come later. Neither part keeps names.
pub fn split(whole: &Path, rest: &Path) -> Result<()> {
    let bytes = fs::read(whole).with_context(|| format!("读不了 {}", whole.display()))?;
    let (first, later) = parts(&bytes, &later::later, &texts())?;
    for (file, bytes) in [(whole, first), (rest, later)] {
        fs::write(file, bytes).with_context(|| format!("写不了 {}", file.display()))?;
    }
    Ok(())
}

/// The two parts of a module; `by_name` tells by their names which functions come later. What only those
/// call comes with them.
fn parts(
    whole: &[u8],
    by_name: &dyn Fn(&str) -> Later,
    texts: &[Section],
) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut first = read(whole)?;
    let mut rest = read(whole)?;
    let table = table_of(&first)?;
    let later = later_functions(&first, by_name);
    ensure!(!later.is_empty(), "no function of the wasm comes later");
    let slots = slots(&first, table, &later)?;
    let shared = shared(&first, &later);
    let end = slots.last().map_or(0, |(slot, _)| slot + 1);
    for module in [&mut first, &mut rest] {
        widen(module, u64::try_from(end)?)?;
    }

    // The two modules were read alike, so the same place in each is the same function.
    let twins: HashMap<FunctionId, FunctionId> = first
        .funcs
        .iter()
        .map(|function| function.id())
        .zip(rest.funcs.iter().map(|function| function.id()))
        .collect();
    make_rest(&mut rest, &slots, &shared, &twins)?;
    for (name, text) in texts {
        rest.customs.add(RawCustomSection {
            name: (*name).to_owned(),
            data: text.to_vec(),
        });
    }
    make_first(&mut first, table, &slots, &shared)?;
    Ok((first.emit_wasm(), rest.emit_wasm()))
}

fn read(wasm: &[u8]) -> Result<Module> {
    ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(wasm)
}

fn table_of(module: &Module) -> Result<TableId> {
    let table = module.tables.main_function_table()?;
    table.context("the wasm has no table")
}

/// Makes room in the table up to a place.
fn widen(module: &mut Module, end: u64) -> Result<()> {
    let table = table_of(module)?;
    let table = module.tables.get_mut(table);
    table.initial = table.initial.max(end);
    table.maximum = table.maximum.map(|most| most.max(table.initial));
    Ok(())
}

/// The functions that come later, by name, and those that nothing else calls.
fn later_functions(module: &Module, by_name: &dyn Fn(&str) -> Later) -> HashSet<FunctionId> {
    let mut callers: HashMap<FunctionId, Vec<FunctionId>> = HashMap::new();
    for (id, function) in module.funcs.iter_local() {
        for called in calls(function) {
            callers.entry(called).or_default().push(id);
        }
    }
    // What the page, the table or the start may call at any time.
    let mut free: HashSet<FunctionId> = module.start.into_iter().collect();
    free.extend(
        module
            .exports
            .iter()
            .filter_map(|export| match export.item {
                ExportItem::Function(id) => Some(id),
                _ => None,
            }),
    );
    let exported = free.clone();
    free.extend(listed(module).into_iter().map(|(_, id)| id));

    // The table calls what stands there only for what it was made for.
    let mut later = HashSet::new();
    let mut undecided = Vec::new();
    for (id, _) in module.funcs.iter_local() {
        let name = module.funcs.get(id).name.as_deref();
        match name.map_or(Later::No, by_name) {
            _ if exported.contains(&id) => {}
            Later::Yes => {
                later.insert(id);
            }
            Later::Perhaps => undecided.push(id),
            Later::No if free.contains(&id) || !callers.contains_key(&id) => {}
            Later::No => undecided.push(id),
        }
    }
    loop {
        let known = later.len();
        undecided.retain(|id| {
            let mut callers = callers.get(id).into_iter().flatten();
            let all = callers.all(|caller| caller == id || later.contains(caller));
            if all {
                later.insert(*id);
            }
            !all
        });
        if later.len() == known {
            return later;
        }
    }
}

/// The functions that a function calls by their names.
fn calls(function: &LocalFunction) -> HashSet<FunctionId> {
    let mut called = HashSet::new();
    for block in blocks(function) {
        for (instruction, _) in &function.block(block).instrs {
            if let Instr::Call(call) = instruction {
                called.insert(call.func);
            }
        }
    }
    called
}

/// The blocks of a function, its body among them.
fn blocks(function: &LocalFunction) -> Vec<InstrSeqId> {
    let mut blocks = vec![function.entry_block()];
    let mut next = 0;
    while let Some(block) = blocks.get(next).copied() {
        next += 1;
        for (instruction, _) in &function.block(block).instrs {
            match instruction {
                Instr::Block(block) => blocks.push(block.seq),
                Instr::Loop(block) => blocks.push(block.seq),
                Instr::IfElse(both) => blocks.extend([both.consequent, both.alternative]),
                _ => {}
            }
        }
    }
    blocks
}

/// The functions of the table with their places.
fn listed(module: &Module) -> Vec<(i32, FunctionId)> {
    let mut listed = Vec::new();
    for element in module.elements.iter() {
        if let (
            ElementKind::Active {
                offset: ConstExpr::Value(Value::I32(offset)),
                ..
            },
            ElementItems::Functions(functions),
        ) = (&element.kind, &element.items)
        {
            listed.extend((*offset..).zip(functions.iter().copied()));
        }
    }
    listed
}

/// The places in the table at which the rest puts its functions: their own, and behind the table one for
/// each other function that the first part calls.
fn slots(
    module: &Module,
    table: TableId,
    later: &HashSet<FunctionId>,
) -> Result<Vec<(i32, FunctionId)>> {
    let mut slots = listed(module);
    slots.retain(|(_, id)| later.contains(id));
    let has_slot: HashSet<FunctionId> = slots.iter().map(|(_, id)| *id).collect();
    let first = module.funcs.iter_local();
    let first = first.filter(|(id, _)| !later.contains(id));
    let called: HashSet<FunctionId> = first.flat_map(|(_, function)| calls(function)).collect();
    let behind = i32::try_from(module.tables.get(table).initial)?;
    let more = module.funcs.iter_local().map(|(id, _)| id);
    let more =
        more.filter(|id| later.contains(id) && called.contains(id) && !has_slot.contains(id));
    slots.extend((behind..).zip(more.collect::<Vec<_>>()));
    slots.sort_unstable_by_key(|(slot, _)| *slot);
    Ok(slots)
}

/// The functions of the first part that the rest calls, each with the name by which it is exported.
fn shared(module: &Module, later: &HashSet<FunctionId>) -> Vec<(FunctionId, String)> {
    let rest = module.funcs.iter_local();
    let rest = rest.filter(|(id, _)| later.contains(id));
    let called: HashSet<FunctionId> = rest.flat_map(|(_, function)| calls(function)).collect();
    let all = module.funcs.iter().map(|function| function.id());
    let shared = all.filter(|id| called.contains(id) && !later.contains(id));
    (0..)
        .zip(shared)
        .map(|(number, id)| (id, format!("{LINK}{number}")))
        .collect()
}

/// The names under which memory, table and globals are exported to the rest.
fn link(kind: &str, number: usize) -> String {
    format!("{LINK}{kind}{number}")
}

/// Leaves the first part of the module.
fn make_first(
    module: &mut Module,
    table: TableId,
    slots: &[(i32, FunctionId)],
    shared: &[(FunctionId, String)],
) -> Result<()> {
    let slot_of: HashMap<FunctionId, i32> = slots.iter().map(|(slot, id)| (*id, *slot)).collect();
    let types: HashMap<FunctionId, _> = slot_of
        .keys()
        .map(|id| (*id, module.funcs.get(*id).ty()))
        .collect();
    for (_, function) in module.funcs.iter_local_mut() {
        for block in blocks(function) {
            through_the_table(function, block, table, &slot_of, &types);
        }
    }
    let stops = stop(module);
    for element in module.elements.iter_mut() {
        if let ElementItems::Functions(functions) = &mut element.items {
            for function in functions {
                if slot_of.contains_key(function) {
                    *function = stops;
                }
            }
        }
    }
    for (id, name) in shared {
        module.exports.add(name, *id);
    }
    module.exports.add(&link("table", 0), table);
    let memories: Vec<_> = module.memories.iter().map(|memory| memory.id()).collect();
    for (number, id) in memories.into_iter().enumerate() {
        module.exports.add(&link("memory", number), id);
    }
    let globals: Vec<_> = module.globals.iter().map(|global| global.id()).collect();
    for (number, id) in globals.into_iter().enumerate() {
        module.exports.add(&link("global", number), id);
    }
    passes::gc::run(module);
    Ok(())
}

/// A function that stops the wasm: it stands in the table in the place of what has not come.
fn stop(module: &mut Module) -> FunctionId {
    let mut stop = FunctionBuilder::new(&mut module.types, &[], &[]);
    stop.func_body().unreachable();
    stop.finish(vec![], &mut module.funcs)
}

/// Has a block call functions of the rest by their places in the table.
fn through_the_table(
    function: &mut LocalFunction,
    block: InstrSeqId,
    table: TableId,
    slot_of: &HashMap<FunctionId, i32>,
    types: &HashMap<FunctionId, walrus::TypeId>,
) {
    let instructions = &mut function.block_mut(block).instrs;
    let old = std::mem::take(instructions);
    for (instruction, at) in old {
        let slot = match &instruction {
            Instr::Call(call) => slot_of
                .get(&call.func)
                .map(|slot| (*slot, types[&call.func])),
            _ => None,
        };
        match slot {
            Some((slot, ty)) => {
                let value = Value::I32(slot);
                instructions.push((Instr::Const(Const { value }), at));
                instructions.push((Instr::CallIndirect(CallIndirect { ty, table }), at));
            }
            None => instructions.push((instruction, at)),
        }
    }
}

/// Leaves the rest of the module: what comes later, over what the first part exports.
fn make_rest(
    module: &mut Module,
    slots: &[(i32, FunctionId)],
    shared: &[(FunctionId, String)],
    twins: &HashMap<FunctionId, FunctionId>,
) -> Result<()> {
    for (id, name) in shared {
        import_function(module, twins[id], name);
    }
    let memories: Vec<_> = module.memories.iter().map(|memory| memory.id()).collect();
    for (number, id) in memories.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &link("memory", number), id);
        let memory = module.memories.get_mut(id);
        memory.import = Some(import);
        memory.data_segments.clear();
    }
    let data: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    data.into_iter().for_each(|id| module.data.delete(id));
    let globals: Vec<_> = module.globals.iter().map(|global| global.id()).collect();
    for (number, id) in globals.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &link("global", number), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
    let table = table_of(module)?;
    let import = module.imports.add(FIRST, &link("table", 0), table);
    let elements: Vec<_> = module.elements.iter().map(|element| element.id()).collect();
    elements
        .into_iter()
        .for_each(|id| module.elements.delete(id));
    let of = module.tables.get_mut(table);
    of.import = Some(import);
    of.elem_segments.clear();
    for run in slots.chunk_by(|(before, _), (after, _)| *after == before + 1) {
        let functions = run.iter().map(|(_, id)| twins[id]).collect();
        let kind = ElementKind::Active {
            table,
            offset: ConstExpr::Value(Value::I32(run[0].0)),
        };
        let element = module
            .elements
            .add(kind, ElementItems::Functions(functions));
        module.tables.get_mut(table).elem_segments.insert(element);
    }
    let exports: Vec<_> = module.exports.iter().map(|export| export.id()).collect();
    exports.into_iter().for_each(|id| module.exports.delete(id));
    module.start = None;
    passes::gc::run(module);
    Ok(())
}

/// Makes a function one that the first part exports.
fn import_function(module: &mut Module, id: FunctionId, name: &str) {
    let function = module.funcs.get(id);
    if let FunctionKind::Import(ImportedFunction { import, .. }) = &function.kind {
        let import = module.imports.get_mut(*import);
        FIRST.clone_into(&mut import.module);
        name.clone_into(&mut import.name);
    } else {
        let ty = function.ty();
        let import = module.imports.add(FIRST, name, ImportKind::Function(id));
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
}

#[cfg(test)]
mod tests {
    use walrus::{RefType, ValType};

    use super::*;

    /// `main` calls what comes later, which calls `shared`, and a helper that nobody else calls; of two that may
    /// serve others it calls one.
    fn whole() -> Vec<u8> {
        let mut module = Module::default();
        let table = module.tables.add_local(false, 1, Some(1), RefType::FUNCREF);
        let memory = module.memories.add_local(false, false, 1, None, None);
        module.exports.add("memory", memory);
        let mut function = |name: &str, calls: &[FunctionId]| {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            builder.name(name.to_owned());
            for called in calls {
                builder.func_body().call(*called).drop();
            }
            builder.func_body().i32_const(1);
            builder.finish(vec![], &mut module.funcs)
        };
        let shared = function("shared", &[]);
        let helper = function("helper", &[]);
        let listed = function("later::listed", &[shared, helper]);
        let called = function("later::called", &[shared]);
        let theirs = function("perhaps::theirs", &[]);
        let everyones = function("perhaps::everyones", &[]);
        let more = function("later::more", &[theirs, everyones]);
        let main = function("main", &[called, shared, more, everyones]);
        module.exports.add("main", main);
        let offset = ConstExpr::Value(Value::I32(0));
        let kind = ElementKind::Active { table, offset };
        let element = module
            .elements
            .add(kind, ElementItems::Functions(vec![listed]));
        module.tables.get_mut(table).elem_segments.insert(element);
        module.emit_wasm()
    }

    #[test]
    fn the_rest_holds_what_comes_later_and_what_only_that_calls() {
        let by_name = |name: &str| match name.split_once("::") {
            Some(("later", _)) => Later::Yes,
            Some(("perhaps", _)) => Later::Perhaps,
            _ => Later::No,
        };
        let (first, rest) = parts(&whole(), &by_name, &[("texts", b"words")]).unwrap();
        let (first, rest) = (read(&first).unwrap(), read(&rest).unwrap());
        // main, shared, everyones, and what stands in the table; listed, called, helper, more and theirs.
        assert_eq!(first.funcs.iter_local().count(), 4);
        assert_eq!(rest.funcs.iter_local().count(), 5);
        // Two places behind the table for what the first part calls.
        for module in [&first, &rest] {
            let table = module.tables.get(table_of(module).unwrap());
            assert_eq!((table.initial, table.maximum), (3, Some(3)));
        }
        let slots: Vec<_> = listed(&rest).into_iter().map(|(slot, _)| slot).collect();
        assert_eq!(slots, [0, 1, 2]);
        // What the rest imports, shared, everyones and the table, the first part exports.
        let imports: Vec<_> = rest.imports.iter().map(|import| &import.name).collect();
        assert_eq!(imports.len(), 3);
        for name in imports {
            assert!(
                first.exports.iter().any(|export| export.name == *name),
                "{name}"
            );
        }
        let texts = rest
            .customs
            .iter()
            .find(|(_, section)| section.name() == "texts");
        assert_eq!(*texts.unwrap().1.data(&Default::default()), b"words"[..]);
    }

    #[test]
    fn a_module_of_which_nothing_comes_later_is_refused() {
        assert!(parts(&whole(), &|_| Later::No, &[]).is_err());
    }
}
